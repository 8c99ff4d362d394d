import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CONFERENCES_PATH, LEFT_OUT } from '#contract/values.ts';
import { createAnswerRedact } from '../../../server/conferences/answerRedact.ts';
import { readReply } from '../../../server/conferences/reply.ts';
import { DEFAULT_LIMITS } from '../../../server/limits.ts';

const LINKS = { self: CONFERENCES_PATH, first: CONFERENCES_PATH };
const rules = {
  limits: DEFAULT_LIMITS,
  redact: createAnswerRedact({ projectId: 'project-1', apiToken: 'PT"quoted\\token/1' }),
};

function read(text: string | Buffer) {
  const headers = { 'content-type': 'application/json' };
  return readReply({ status: 200, headers, body: Buffer.from(text) }, rules);
}

const readRows = (data: string) => read(`{"links":${JSON.stringify(LINKS)},"data":${data}}`).json.toString();
const page = (data: string) => `{"links":${JSON.stringify(LINKS)},"data":${data}}`;

describe('a page of SignalWire', () => {
  it.each([
    '12345678901234567890',
    '-0',
    '1.0',
    '1.50',
    '1e400',
    '1E5',
    '0.30000000000000004',
    '"\\u00e9\\/\\ud83d"',
    '[ { "a" : [ ] } , { } ]',
  ])('passes %s in a row as it came', (value) => {
    const rows = `[{"id":"a","meta":{"x":${value}}},{"x":${value},"id":"b"}]`;
    expect(readRows(rows)).toBe(page(rows));
  });

  it('is read as JSON.parse reads it, whatever stands in its rows and between them', () => {
    const space = fc.constantFrom('', ' ', '\n', '\t \r');
    const row = fc.tuple(fc.uuid(), fc.json({ maxDepth: 4 })).map(([id, x]) => `{"id":"${id}","x":${x}}`);
    const other = fc.json({ maxDepth: 4 });
    fc.assert(
      fc.property(fc.array(fc.oneof(row, other)), space, other, (entries, gap, extra) => {
        const data = `[${gap}${entries.join(`${gap},${gap}`)}${gap}]`;
        const body = `{"data":"first",${gap}"x":${extra},"links":${JSON.stringify(LINKS)},"d\\u0061ta"${gap}:${data}}`;
        const { json, dropped } = read(body);
        const kept = JSON.parse(data).filter((entry: unknown) => {
          const id = typeof entry === 'object' && entry !== null && 'id' in entry ? entry.id : null;
          return typeof id === 'string' && !Array.isArray(entry);
        });
        expect(JSON.parse(json.toString())).toEqual({ links: LINKS, data: kept });
        expect(dropped).toBe(entries.length - kept.length);
      }),
    );
  });

  it.each(['{"data":[}', '[[[', '{"links":{},"data":["', '{"data":[{"id":"a"}', '', '"', '}}}]]]', '{"a\\'])(
    'that is no JSON is refused as that: %s',
    (text) => {
      expect(() => read(text)).toThrow(expect.objectContaining({ code: 'upstream_not_json' }));
    },
  );

  it('has bytes that are no UTF-8 replaced once, here', () => {
    const [head = '', tail = ''] = page('[{"id":"a","name":"?"}]').split('?');
    const { json } = read(Buffer.concat([Buffer.from(head), Buffer.from([0xff]), Buffer.from(tail)]));
    expect(json.toString()).toBe(page('[{"id":"a","name":"\uFFFD"}]'));
  });

  it('may hold 500,000 values and not one more, nor more than 10,000 rows', () => {
    // One for the page, one for its links and each of the two, one for the list, the row, its id and its meta.
    const withValues = (count: number) => `[{"id":"a","meta":[${'[],'.repeat(count - 9)}1]}]`;
    expect(readRows(withValues(500_000)).length).toBeGreaterThan(1_000_000);
    const tooLarge = expect.objectContaining({ code: 'upstream_too_large' });
    expect(() => readRows(withValues(500_001))).toThrow(tooLarge);
    const withRows = (count: number) => `[${'{},'.repeat(count - 1)}{}]`;
    expect(readRows(withRows(10_000))).toBe(page('[]'));
    expect(() => readRows(withRows(10_001))).toThrow(tooLarge);
  });

  it('keeps a field nested 999 deep below its row, and leaves one out that is nested 1,000 deep', () => {
    const nest = (levels: number) => '['.repeat(levels) + ']'.repeat(levels);
    const good = `[{"id":"a","meta":${nest(999)},"price":1.50}]`;
    expect(readRows(good)).toBe(page(good));
    expect(readRows(`[{"id":"a","meta":${nest(1_000)},"name":"b"}]`)).toBe(
      page(`[{"id":"a","name":"b","${LEFT_OUT}":["meta"]}]`),
    );
  });
});

describe('our own token in a row', () => {
  const base64 = (text: string) => Buffer.from(text).toString('base64');
  const token = 'PT"quoted\\token/1';

  it.each([
    token,
    encodeURIComponent(token),
    base64(token),
    base64(`project-1:${token}`),
    `Basic ${base64(`project-1:${token}`)}`,
    Buffer.from(`project-1:${token}`).toString('base64url'),
  ])('is replaced by a word, as a value and as a key: %s', (secret) => {
    const { json, redacted } = read(
      page(`[{"id":"a","x":${JSON.stringify({ [secret]: `-${secret}-` })}},{"id":"b"}]`),
    );
    expect(json.toString()).not.toContain(JSON.stringify(secret).slice(1, -1).replace(/=+$/, ''));
    expect(json.toString()).toContain('[secret]');
    expect(redacted).toEqual(['a']);
  });

  it.each([
    [
      'every character escaped',
      (text: string) => text.replace(/./g, (one) => `\\u00${one.charCodeAt(0).toString(16)}`),
    ],
    ['its slash escaped', (text: string) => JSON.stringify(text).slice(1, -1).replaceAll('/', '\\/')],
    ['one letter escaped', (text: string) => JSON.stringify(text).slice(1, -1).replace('P', '\\u0050')],
  ] as const)('is found with %s, and the rest of the row keeps its digits', (_how, spell) => {
    const { json } = read(page(`[{"id":"a","x":"${spell(token)}","n":1.50,"q":"\\"\\\\u0050\\u0007"}]`));
    expect(json.toString()).toBe(page('[{"id":"a","x":"[secret]","n":1.50,"q":"\\"\\\\u0050\\u0007"}]'));
  });
});
