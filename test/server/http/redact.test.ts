import { describe, expect, it } from 'vitest';
import { createLog } from '../../../server/http/log.ts';
import { createRedact, spellSecrets } from '../../../server/http/redact.ts';

const TOKEN = 'PT+secret/with="signs"\\';
const secrets = spellSecrets('project', TOKEN);

describe('what must never be written', () => {
  it.each([
    ['as it is', TOKEN],
    ['in an address', encodeURIComponent(TOKEN)],
    ['as HTTP sends it', Buffer.from(`project:${TOKEN}`).toString('base64')],
    ['in base64 by itself', Buffer.from(TOKEN).toString('base64')],
    ['in base64url', Buffer.from(`project:${TOKEN}`).toString('base64url')],
  ])('is taken out of a text %s', (_how, spelled) => {
    expect(createRedact(secrets)(`before ${spelled} after`)).toMatch(/^before \[secret\]\S{0,3} after$/);
  });

  it.each([0, 1, 2, 3, 4])('is taken out of base64 that holds it %i bytes from its head', (before) => {
    const text = Buffer.from(`${'x'.repeat(before)}${TOKEN} and more`).toString('base64');
    const safe = createRedact(secrets)(text);
    expect(safe).toContain('[secret]');
    expect(Buffer.from(safe.replace('[secret]', ''), 'base64').toString()).not.toMatch(/secret|with|signs/);
  });

  it('is replaced in one pass: a secret that the replacement holds changes nothing', () => {
    const spelled = spellSecrets('project', 'secret-secret-secret-');
    expect(createRedact([...spelled, 'secret'])('a secret-secret-secret- b')).toBe('a [secret] b');
  });
});

describe('the log', () => {
  const write = (secretsOfIt: readonly string[], line: Record<string, unknown>, message = 'x'): string => {
    const lines: string[] = [];
    createLog({
      level: 'debug',
      secrets: secretsOfIt,
      output: { write: (text) => void lines.push(text) },
    }).warn(line, message);
    expect(lines).toHaveLength(1);
    return lines[0] ?? '';
  };

  it('cannot spell a secret, in whatever value it comes, however JSON would escape it', () => {
    const line = write(
      secrets,
      { err: new Error(`refused ${TOKEN}`), nested: { deep: secrets } },
      secrets.join(' '),
    );
    for (const secret of secrets) expect(line).not.toContain(JSON.stringify(secret).slice(1, -1));
    expect(JSON.parse(line)).toMatchObject({ level: 40, nested: { deep: secrets.map(() => '[secret]') } });
  });

  it('keeps its keys, its numbers and its form, whatever the secrets are', () => {
    const line = write(['t', 'level', '"', '40'], { status: 200, text: 'tt' });
    expect(JSON.parse(line)).toEqual({
      level: 40,
      time: expect.any(String),
      status: 200,
      text: '[secret][secret]',
      msg: 'x',
    });
  });

  it('says of an error what it is and why, and none of the bytes that Node adds', () => {
    const cause = new Error('because', { cause: 'of that' });
    const error = Object.assign(new Error('Parse Error', { cause }), {
      code: 'HPE_INVALID_CONSTANT',
      rawPacket: Buffer.from(`Authorization: ${TOKEN}`),
    });
    const { err } = JSON.parse(write(secrets, { err: error }));
    expect(err).toEqual({
      type: 'Error',
      code: 'HPE_INVALID_CONSTANT',
      message: 'Parse Error',
      cause: expect.stringMatching(/^Error: because\n/),
      stack: expect.stringMatching(/^Error: Parse Error\n/),
    });
  });

  it('cuts a text that is too long for a line', () => {
    expect(JSON.parse(write([], { text: 'x'.repeat(100_000) })).text).toHaveLength(4_000);
  });
});
