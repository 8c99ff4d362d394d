import { afterEach, describe, expect, it } from 'vitest';
import { CONFERENCES_PATH } from '#contract/values.ts';
import { startBoard, type TestBoard } from '../../support/board.ts';

let board: TestBoard;
afterEach(() => board.stop());

/** What SignalWire's own clients send; the credentials are for whoever asks for them, and the board does not. */
const HEADERS = {
  Authorization: `Basic ${btoa('somebody:else')}`,
  'User-Agent': 'signalwire-python/2.1',
  'Content-Type': 'application/json',
};

interface Page {
  links: { next?: string };
  data: { id: string }[];
}

/** The two ways in which SignalWire's own clients use `links.next`. */
const STYLES: Record<string, (next: string) => string> = {
  'path and query of the link, on its own host': (next) => {
    const { pathname, search } = new URL(next, 'http://any.example');
    return pathname + search;
  },
  'only the query of the link, on the path it knows': (next) =>
    `${CONFERENCES_PATH}?${new URLSearchParams(next.slice(next.indexOf('?') + 1))}`,
};

describe.each(Object.entries(STYLES))('a client that takes the %s', (_style, follow) => {
  it.each(['absolute', 'relative'] as const)(
    'reaches every conference once, with %s links',
    async (links) => {
      board = await startBoard({ conferences: 57, quirks: { links, order: 'shuffled', emptyPage: 'on' } });
      const ids: string[] = [];
      let path: string | undefined = `${CONFERENCES_PATH}?page_size=10&include_active_session=True`;
      while (path !== undefined) {
        const page: Page = await (await fetch(board.origin + path, { headers: HEADERS })).json();
        ids.push(...page.data.map(({ id }) => id));
        path = page.links.next === undefined ? undefined : follow(page.links.next);
      }
      expect(ids).toHaveLength(57);
      expect(new Set(ids).size).toBe(57);
    },
  );
});

it.each(['absent', 'null', 'empty'] as const)(
  'a list whose last next is %s ends without one',
  async (next) => {
    board = await startBoard({ conferences: 3, quirks: { next } });
    const page: Page = await (await fetch(board.origin + CONFERENCES_PATH)).json();
    expect(page.links).toEqual({ self: expect.any(String), first: expect.any(String) });
  },
);

it('links are the same bytes under every host name, and lead to no other host', async () => {
  board = await startBoard({ conferences: 30, allowedHosts: ['board.example.org'] });
  const path = `${CONFERENCES_PATH}?page_size=10`;
  const texts = await Promise.all(
    ['127.0.0.1', 'localhost'].map(async (host) =>
      (await fetch(board.origin.replace('127.0.0.1', host) + path)).text(),
    ),
  );
  expect(texts[0]).toBe(texts[1]);
  const { links } = JSON.parse(texts[0] ?? '');
  for (const link of Object.values(links)) expect(link).toMatch(/^\/api\/video\/conferences\?/);
});

it('a link to another host leads to our own route', async () => {
  board = await startBoard({ conferences: 30 });
  board.simulator.setFault('foreign-next');
  const page: Page = await (await fetch(`${board.origin}${CONFERENCES_PATH}?page_size=10`)).json();
  expect(page.links.next).toMatch(/^\/api\/video\/conferences\?/);
});

it.each([
  'word-next',
  'file-next',
  'first-page-next',
  'oversized-next',
  'refused-next',
  'half-cursor',
  'garbled-next',
] as const)(
  'a next that leads to no page is left out, and that there was one stands in a header: %s',
  async (fault) => {
    board = await startBoard({ conferences: 30 });
    board.simulator.setFault(fault);
    const response = await fetch(`${board.origin}${CONFERENCES_PATH}?page_size=10`);
    const page: Page = await response.json();
    expect(response.headers.get('callboard-broken-next')).toBe('1');
    expect(page.links).not.toHaveProperty('next');
    for (const link of Object.values(page.links)) expect((await fetch(board.origin + link)).status).toBe(200);
  },
);

it('a plus in a token comes back to SignalWire as it was', async () => {
  board = await startBoard({ conferences: 30 });
  board.simulator.setFault('plus-next');
  const page: Page = await (await fetch(`${board.origin}${CONFERENCES_PATH}?page_size=10`)).json();
  await fetch(board.origin + page.links.next);
  expect(board.simulator.requests.at(-1)?.query).toEqual({
    page_number: '1',
    page_token: 'PA+x+',
    starts_after: '2026-01-01T00:00:00+02:00',
  });
});
