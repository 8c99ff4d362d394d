import { spawnSync } from 'node:child_process';
import { setup as buildProduct } from '../support/built-product.ts';

/** What these tests run, and the package of Debian's that has it. */
const PROGRAMS = [
  { program: '/usr/sbin/nginx', version: '-v', packageName: 'nginx-light' },
  { program: '/usr/bin/openssl', version: 'version', packageName: 'openssl' },
];

/** Before the tests: everything is there, installed where that is possible. Fails loudly where it is not. */
export async function setup(): Promise<void> {
  for (const { program, version, packageName } of PROGRAMS) {
    if (runs(program, [version])) continue;
    runs('apt-get', ['update']);
    runs('apt-get', ['install', '--yes', '--no-install-recommends', packageName]);
    if (!runs(program, [version]))
      throw new Error(
        `These tests need ${program}, and it could not be installed: apt-get install ${packageName}.`,
      );
  }
  await buildProduct();
}

function runs(program: string, args: readonly string[]): boolean {
  return spawnSync(program, args, { stdio: 'ignore' }).status === 0;
}
