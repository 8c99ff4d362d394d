import { describe, expect, test } from 'vitest';
import { createOpenApiCheck } from '../../../support/openapi.ts';
import { startSimulator } from '../../../support/simulator.ts';

async function startWith(
  fault: Parameters<Awaited<ReturnType<typeof startSimulator>>['simulator']['setFault']>[0],
) {
  const started = await startSimulator({ conferences: 30 });
  started.simulator.setFault(fault);
  const text = await (await started.ask('?page_size=5&include_active_session=true')).text();
  const body: unknown = JSON.parse(text);
  return { ...started, text, body };
}

describe('a page of the wrong shape', () => {
  test.each([
    ['wrong-shape', expect.any(Array)],
    ['wrong-shape-null', null],
    ['wrong-shape-links', { links: 'none', data: expect.any(Array) }],
    ['no-links', { data: expect.any(Array) }],
    ['wrong-shape-data', { links: expect.anything(), data: { 0: expect.anything() } }],
  ] as const)('%s', async (fault, shape) => {
    const { body } = await startWith(fault);
    if (fault === 'wrong-shape-data') expect(body).toMatchObject(shape);
    else expect(body).toEqual(shape);
    expect(createOpenApiCheck('Video.ListConferencesResponse')(body)).not.toEqual([]);
  });
});

describe('rows of the wrong shape', () => {
  test('bad-rows puts seven unusable rows among five good ones', async () => {
    const { body } = await startWith('bad-rows');
    expect(body).toHaveProperty('data.length', 12);
    expect(body).toMatchObject({
      data: [null, 7, 'a row', [], {}, { id: 7 }, ...Array(5).fill({ id: expect.any(String) }), { id: null }],
    });
  });

  test('strange-rows keep their ids, with values never heard of', async () => {
    const { body } = await startWith('strange-rows');
    expect(body).toMatchObject({
      data: Array(5).fill({ id: expect.any(String), layout: 'hologram-9', size: 'gigantic' }),
    });
    expect(body).not.toHaveProperty('data.0.created_at');
  });

  test('duplicate-ids gives every row twice', async () => {
    const { text } = await startWith('duplicate-ids');
    const ids = text.match(/"id":"[^"]+","name"/g) ?? [];
    expect(ids.filter((id) => id.endsWith('"name"'))).toHaveLength(new Set(ids).size * 2);
  });

  test('prototype-keys stand in rows and metadata as own keys', async () => {
    const { text } = await startWith('prototype-keys');
    expect(text.match(/"__proto__":\{"polluted":true\}/g)).toHaveLength(10);
    expect(text).toContain('"constructor":{"prototype"');
  });

  test('hostile-strings stand in every row, and the page still has the published shape', async () => {
    const { text, body } = await startWith('hostile-strings');
    expect(text).toContain('<script>');
    expect(text).toContain('url(https://evil.example');
    expect(createOpenApiCheck('Video.ListConferencesResponse')(body)).toEqual([]);
  });
});

describe('links that lead astray', () => {
  test('repeated-next leads back to the page itself', async () => {
    const { body } = await startWith('repeated-next');
    expect(body).toHaveProperty('links.next', expect.any(String));
    expect(body).toMatchObject({ links: { self: expect.any(String) } });
    const { links }: { links: Record<string, string> } = JSON.parse(JSON.stringify(body));
    expect(links.next).toBe(links.self);
  });

  test('endless-tokens goes on for ever with the same rows, and no link twice', async () => {
    const { simulator, askPage } = await startSimulator({ conferences: 3 });
    simulator.setFault('endless-tokens');
    const seen = new Set<string>();
    let query = '?page_size=2';
    for (let page = 0; page < 12; page += 1) {
      const { links, data } = await askPage(query);
      expect(data).toHaveLength(2);
      seen.add(String(links.next));
      query = new URL(String(links.next)).search;
    }
    expect(seen.size).toBe(12);
  });

  test('half-cursor names the next page and forgets its token', async () => {
    const { body } = await startWith('half-cursor');
    expect(body).toHaveProperty('links.next', expect.stringMatching(/page_number=1(?!.*page_token)/));
  });

  test('foreign-next is on somebody else’s host', async () => {
    const { body } = await startWith('foreign-next');
    expect(body).toHaveProperty(
      'links.next',
      expect.stringMatching(/^https:\/\/evil\.example\/api.*page_token=/),
    );
  });

  test('garbled-next is no address', async () => {
    const { body } = await startWith('garbled-next');
    const { links }: { links: Record<string, string> } = JSON.parse(JSON.stringify(body));
    expect(URL.canParse(String(links.next), 'http://base')).toBe(false);
  });
});
