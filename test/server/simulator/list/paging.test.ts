import { describe, expect, test } from 'vitest';
import { quirksSchema } from '../../../../server/simulator/quirks.ts';
import { startSimulator, type WirePage } from '../../../support/simulator.ts';

const TOKEN = /^PA[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

function idsOf(pages: WirePage[]): unknown[] {
  return pages.flatMap(({ data }) => data.map(({ id }) => id));
}

const everyQuirk = Object.entries(quirksSchema.shape).flatMap(([name, { options }]) =>
  options.map((value) => ({ name, value })),
);

describe('walking the list', () => {
  test.each(everyQuirk)(
    'reaches every conference once in both client styles, $name=$value',
    async ({ name, value }) => {
      const quirks = quirksSchema.partial().parse({ [name]: value });
      const { walk } = await startSimulator({ conferences: 23, quirks });
      for (const style of ['A', 'B'] as const) {
        const ids = idsOf(await walk('?page_size=5&include_active_session=true', style));
        expect(new Set(ids).size).toBe(23);
        expect(ids).toHaveLength(23);
      }
    },
  );

  test('ends with the last full page when the list fills its pages exactly', async () => {
    const { walk } = await startSimulator({ conferences: 10 });
    expect((await walk('?page_size=5', 'A')).map(({ data }) => data.length)).toEqual([5, 5]);
  });

  test('gives the same bytes in every walk of an unchanged list', async () => {
    const { simulator, walk } = await startSimulator({ conferences: 50 });
    simulator.clock.freeze();
    const query = '?page_size=20&include_active_session=true';
    expect(JSON.stringify(await walk(query, 'A'))).toBe(JSON.stringify(await walk(query, 'B')));
  });

  test('takes 50 a page when nothing is said', async () => {
    const { askPage } = await startSimulator();
    expect((await askPage()).data).toHaveLength(50);
  });

  test('is over the list as it is now', async () => {
    const { simulator, askPage, walk } = await startSimulator({ conferences: 6 });
    const first = await askPage('?page_size=5');
    const [row] = first.data;
    simulator.remove(String(row?.id));
    const second = await askPage(new URL(String(first.links.next)).search);
    expect(second.data).toEqual([]);
    expect(second.links.next).toBeUndefined();
    expect(idsOf(await walk('?page_size=5', 'A'))).toHaveLength(5);
  });
});

describe('links', () => {
  test('have the captured form and carry every parameter', async () => {
    const { askPage, origin } = await startSimulator();
    const after = '2020-01-01T00%3A00%3A00%2B02%3A00';
    const { links } = await askPage(
      `?page_size=2&starts_after=${after}&ends_before=4102444800&include_active_session=True`,
    );
    const base = `${origin}/api/video/conferences?ends_before=4102444800&include_active_session=True`;
    expect(links.self).toBe(`${base}&page_number=0&page_size=2&starts_after=${after}`);
    expect(links.first).toBe(`${base}&page_size=2&starts_after=${after}`);
    const next = new URL(String(links.next));
    expect([...next.searchParams.keys()]).toEqual([
      'ends_before',
      'include_active_session',
      'page_number',
      'page_size',
      'page_token',
      'starts_after',
    ]);
    expect(next.searchParams.get('page_token')).toMatch(TOKEN);
    expect(links).not.toHaveProperty('prev');
  });

  test('lead back as well as on', async () => {
    const { walk, askPage } = await startSimulator({ conferences: 9 });
    const [first, second, third] = await walk('?page_size=3', 'A');
    expect(await askPage(new URL(String(third?.links.prev)).search)).toEqual(second);
    expect(await askPage(new URL(String(second?.links.prev)).search)).toEqual(first);
    expect(new URL(String(third?.links.prev)).searchParams.get('page_token')).toMatch(TOKEN);
    expect(new URL(String(second?.links.prev)).searchParams.has('page_token')).toBe(false);
  });
});

describe('a page token', () => {
  async function refusalOf(change: (params: URLSearchParams) => void): Promise<unknown> {
    const { ask, askPage } = await startSimulator();
    const { links } = await askPage('?page_size=10&starts_after=0');
    const params = new URL(String(links.next)).searchParams;
    change(params);
    const response = await ask(`?${params}`);
    return { status: response.status, codes: (await response.text()).match(/"code":"\w+"/g) };
  }
  const invalid = { status: 422, codes: ['"code":"page_token_is_invalid"'] };

  test.each([
    ['another page size', 'page_size', '11'],
    ['another page', 'page_number', '2'],
    ['the first page', 'page_number', '0'],
    ['another filter', 'starts_after', '1'],
    ['one more filter', 'ends_before', '4102444800'],
    ['another text', 'page_token', 'PA00000000-0000-4000-8000-000000000000'],
  ])('is refused with %s', async (_name, parameter, value) => {
    expect(await refusalOf((params) => params.set(parameter, value))).toEqual(invalid);
  });

  test('is required above page 0', async () => {
    expect(await refusalOf((params) => params.delete('page_token'))).toEqual({
      status: 422,
      codes: ['"code":"page_token_required"'],
    });
  });

  test('holds for the same filter in other words, and with or without sessions', async () => {
    const { ask, askPage } = await startSimulator();
    const { links } = await askPage('?page_size=10&starts_after=0');
    const params = new URL(String(links.next)).searchParams;
    params.set('starts_after', '1970-01-01T01:00:00+01:00');
    params.set('include_active_session', 'true');
    expect((await ask(`?${params}`)).status).toBe(200);
  });
});
