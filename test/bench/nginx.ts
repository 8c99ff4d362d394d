import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { promisify } from 'node:util';
import { CONFERENCES_PATH } from '#contract/values.ts';

interface Nginx {
  origin: string;
  stop(): Promise<void>;
}

/** An nginx that keeps SignalWire's answers and packs them, as one would set it up; null where none is installed. */
export async function startNginx(space: string, credentials: string): Promise<Nginx | null> {
  const isThere = await promisify(execFile)('nginx', ['-v']).then(
    () => true,
    () => false,
  );
  if (!isThere) return null;
  const folder = mkdtempSync(join(tmpdir(), 'callboard-nginx-'));
  const port = await findPort();
  writeFileSync(join(folder, 'nginx.conf'), writeConfig(folder, port, space, credentials));
  const nginx = spawn('nginx', ['-p', folder, '-c', 'nginx.conf', '-e', 'error.log'], { stdio: 'ignore' });
  const origin = `http://127.0.0.1:${port}`;
  await answers(origin, nginx);
  return {
    origin,
    async stop() {
      nginx.kill('SIGTERM');
      if (nginx.exitCode === null) await once(nginx, 'exit');
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

const writeConfig = (folder: string, port: number, space: string, credentials: string) => `
daemon off;
master_process off;
pid ${folder}/pid;
events {}
http {
  access_log off;
  client_body_temp_path ${folder}/body;
  proxy_temp_path ${folder}/proxy;
  fastcgi_temp_path ${folder}/fastcgi;
  uwsgi_temp_path ${folder}/uwsgi;
  scgi_temp_path ${folder}/scgi;
  proxy_cache_path ${folder}/cache keys_zone=list:1m;
  gzip on;
  gzip_types application/json;
  server {
    listen 127.0.0.1:${port};
    location ${CONFERENCES_PATH} {
      proxy_pass ${space};
      proxy_set_header Authorization "Basic ${Buffer.from(credentials).toString('base64')}";
      proxy_set_header Accept-Encoding "";
      proxy_ignore_headers Cache-Control Expires Vary Set-Cookie;
      proxy_hide_header Set-Cookie;
      proxy_cache list;
      proxy_cache_valid 200 1h;
    }
  }
}`;

/** A port that is free now: nginx takes none by itself. */
async function findPort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (typeof address === 'object' && address !== null) return address.port;
  throw new Error('There is no free port.');
}

async function answers(origin: string, nginx: ChildProcess): Promise<void> {
  while (nginx.exitCode === null) {
    const isUp = await fetch(origin).then(
      () => true,
      () => false,
    );
    if (isUp) return;
    await wait(20);
  }
  throw new Error('nginx did not start.');
}
