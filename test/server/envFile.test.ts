import { mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createSimulator } from '../../server/simulator/simulator.ts';
import { run } from '../support/program.ts';

const createFolder = () => mkdtempSync(join(tmpdir(), 'callboard-'));

/** Starts a board in a folder, with nothing set but what its .env says. */
function startIn(folder: string, env: Record<string, string> = {}) {
  const program = run('main.ts', { PORT: '0', LOG_LEVEL: 'silent', ...env }, { folder });
  onTestFinished(() => program.kill('SIGKILL'));
  return program;
}

/** What a space of one's own needs, as lines of a .env. */
async function startSpace(): Promise<{ lines: string[]; origin: string }> {
  const simulator = createSimulator({ conferences: 3 });
  const origin = await simulator.listen();
  onTestFinished(() => simulator.close());
  const { projectId, apiToken } = simulator.credentials;
  return {
    origin,
    lines: [
      `SIGNALWIRE_SPACE=${origin}`,
      `SIGNALWIRE_PROJECT_ID=${projectId}`,
      `SIGNALWIRE_API_TOKEN=${apiToken}`,
    ],
  };
}

describe('a .env', () => {
  it.each([
    ['with the mark that some editors put at its head', (lines: string[]) => `\uFEFF${lines.join('\n')}`],
    ['with line ends of Windows', (lines: string[]) => lines.join('\r\n')],
    ['with line ends of an old Mac', (lines: string[]) => lines.join('\r')],
    [
      'with comments, quotes and export',
      (lines: string[]) => lines.map((line) => `# it\nexport ${line.replace('=', ' = "')}"`).join('\n\n'),
    ],
  ])('%s shows its space', async (_what, write) => {
    const { lines, origin } = await startSpace();
    const folder = createFolder();
    writeFileSync(join(folder, '.env'), write(lines));
    const program = startIn(folder);
    await program.whenListening();
    expect(program.readOutput()).toMatch(`Callboard shows ${origin} at `);
  });

  it('fills variables that are set to nothing, and yields to those that say something', async () => {
    const { lines, origin } = await startSpace();
    const folder = createFolder();
    writeFileSync(join(folder, '.env'), ['HOST=0.0.0.0', ...lines].join('\n'));
    const program = startIn(folder, { HOST: '127.0.0.1', SIGNALWIRE_SPACE: '', SIGNALWIRE_API_TOKEN: '' });
    await program.whenListening();
    expect(program.readOutput()).toMatch(`Callboard shows ${origin} at `);
  });

  const utf16 = (text: string, mark: boolean) => Buffer.from(`${mark ? '\uFEFF' : ''}${text}`, 'utf16le');
  const token = 'PT0123456789abcdef0123456789';
  const three = `SIGNALWIRE_SPACE=acme\nSIGNALWIRE_PROJECT_ID=x\nSIGNALWIRE_API_TOKEN=${token}`;
  const write = (content: string | Buffer) => (path: string) => writeFileSync(path, content);

  it.each([
    ['in UTF-16', write(utf16(three, true)), /^\.env is not UTF-8/],
    ['in UTF-16 without its mark', write(utf16(three, false)), /^\.env is not UTF-8/],
    ['in the other UTF-16', write(utf16(three, true).swap16()), /^\.env is not UTF-8/],
    ['with colons', write(three.replaceAll('=', ': ')), /^Line 1 of \.env must be NAME=value/],
    ['with one colon among the others', write(three.replace('ID=', 'ID: ')), /^Line 2 of \.env/],
    ['as JSON', write('{ "SIGNALWIRE_SPACE": "acme" }'), /^Line 1 of \.env/],
    ['with a blank that is none', write(three.replace('S', '\u00a0S')), /^Line 1 of \.env/],
    ['that is a folder', (path: string) => mkdirSync(path), /^\.env is there and cannot be read/],
    ['that leads nowhere', (path: string) => symlinkSync('/nowhere', path), /^\.env is there and cannot/],
    ['in small letters', write(three.toLowerCase()), /^signalwire_\w+ is unknown/],
    ['with names of another tool', write(`SIGNALWIRE_TOKEN=${token}`), /^SIGNALWIRE_TOKEN is unknown/],
  ])('%s ends the start in a sentence, and shows no demo', async (_what, make, sentence) => {
    const folder = createFolder();
    make(join(folder, '.env'));
    const program = startIn(folder);
    expect(await program.ended).toBe(1);
    expect(program.readOutput()).toMatch(sentence);
    expect(program.readOutput()).not.toMatch(/demo| at .+\.ts|PT0123/);
  });
});
