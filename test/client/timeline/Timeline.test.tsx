import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { act, cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import { Temporal } from 'temporal-polyfill/implementation';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { LIST_HEADER } from '#contract/list.ts';
import { Timeline } from '../../../client/timeline/Timeline.tsx';
import { wholeAt } from '../../support/listState.ts';
import { createAnswer, createBars, HOUR } from './bars.ts';

const NOON = Date.parse('2026-11-23T12:00:00Z');

/** Addresses that were asked, newest last. */
const asked: URLSearchParams[] = [];
let isDown = false;

/** Answers every question with one bar, whose title is the question's search. */
const server = createServer((request, response) => {
  const { pathname, searchParams } = new URL(request.url ?? '', 'http://localhost');
  asked.push(searchParams);
  if (isDown || pathname !== '/api/video/conferences/timeline') {
    response.writeHead(503).end('{}');
    return;
  }
  const span = { start: Number(searchParams.get('span_from')), end: Number(searchParams.get('span_to')) };
  const bars = createBars([{ title: searchParams.get('q') ?? '', from: 0, until: 1, status: 'open' }]);
  const answer = createAnswer(bars, span, Number(searchParams.get('buckets')), NOON);
  const isBare = searchParams.get('bars') === '0';
  response.setHeader('Content-Type', 'application/json');
  response.setHeader(LIST_HEADER, JSON.stringify(wholeAt(Date.now())));
  response.end(JSON.stringify({ ...answer, ...(isBare ? { bars: null } : { more: 1_234 }) }));
});

beforeAll(() => new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve)));
afterAll(() => new Promise((resolve) => server.close(resolve)));

beforeEach(() => {
  asked.length = 0;
  isDown = false;
  const { port } = server.address() as AddressInfo;
  const reach = globalThis.fetch;
  vi.useFakeTimers({ now: NOON, shouldAdvanceTime: true });
  vi.stubGlobal('fetch', (path: string, init: RequestInit) =>
    reach(new URL(path, `http://127.0.0.1:${port}/`), init),
  );
  vi.stubGlobal(
    'ResizeObserver',
    class {
      observe() {}
      disconnect() {}
    },
  );
  vi.stubGlobal('matchMedia', () => new EventTarget());
  vi.spyOn(HTMLCanvasElement.prototype, 'getContext').mockReturnValue(null);
});

afterEach(() => {
  cleanup();
  vi.useRealTimers();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

type Shown = Pick<Parameters<typeof Timeline>[0], 'question' | 'moment' | 'waits' | 'range' | 'rangeText'>;

function open(first: Shown) {
  const onRange = vi.fn();
  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  const page = (shown: Shown) => (
    <QueryClientProvider client={client}>
      <Timeline
        temporal={Temporal}
        zone="UTC"
        selectedId={null}
        onRange={onRange}
        onOpen={() => {}}
        {...shown}
      />
    </QueryClientProvider>
  );
  const { rerender } = render(page(first));
  return { onRange, show: (shown: Shown) => rerender(page(shown)) };
}

const pass = (ms: number) => act(() => vi.advanceTimersByTimeAsync(ms));
const region = () => screen.findByRole('region', { name: 'Timeline' });

const RANGE = { from: NOON, until: NOON + 10 * HOUR };
const FIRST = { question: 'q=first&tz=UTC', moment: '1', waits: false, range: RANGE, rangeText: 'noon ten' };

describe('the timeline of a question', () => {
  it('asks for what is on screen and a quarter beside it, in parts that are round on the clock', async () => {
    open(FIRST);
    await region();
    const [query] = asked;
    expect(query?.get('q')).toBe('first');
    const from = Number(query?.get('span_from'));
    const until = Number(query?.get('span_to'));
    expect([(from - NOON) / HOUR, (until - NOON) / HOUR]).toEqual([
      expect.closeTo(-5 / 12, 6),
      expect.closeTo(10 + 5 / 12, 6),
    ]);
    const buckets = Number(query?.get('buckets'));
    const part = (until - from) / buckets;
    expect([part, from % part]).toEqual([5 * 60_000, 0]);
    expect(Number(query?.get('margin'))).toBe(Math.ceil(buckets / 4));
  });

  it('asks for the conferences themselves only while each is shown, and no more often than every minute', async () => {
    const { show } = open(FIRST);
    fireEvent.click(within(await region()).getByRole('button', { name: 'Each conference' }));
    await screen.findByText('1,234 more are not drawn: zoom in');
    expect(asked.map((query) => query.get('bars'))).toEqual(['0', '1']);
    show({ ...FIRST, moment: '2' });
    await pass(10_000);
    expect(asked).toHaveLength(3);
    show({ ...FIRST, moment: '3' });
    await pass(49_000);
    expect(asked).toHaveLength(3);
    await pass(10_000);
    await waitFor(() => expect(asked).toHaveLength(4));
  });

  it('moves without a word to the list, goes where another range is, and comes back with the old one', async () => {
    const { show, onRange } = open(FIRST);
    const here = within(await region());
    const words = () => here.getByText(/ – /).textContent;
    const first = words();
    fireEvent.click(here.getByRole('button', { name: 'Later' }));
    const later = words();
    expect(later).not.toBe(first);
    fireEvent.click(here.getByRole('button', { name: 'Zoom in' }));
    fireEvent.click(here.getByRole('button', { name: 'Centre on now' }));
    const centred = words();
    expect(onRange).not.toHaveBeenCalled();
    show({ ...FIRST, range: { from: NOON + HOUR, until: NOON + 2 * HOUR }, rangeText: 'one two' });
    expect(words()).not.toBe(centred);
    show(FIRST);
    expect(words()).toBe(centred);
  });

  it('offers what it shows as the range, with how many the list then has, and stands still', async () => {
    const { show, onRange } = open({ ...FIRST, range: null, rangeText: ' ' });
    const here = within(await region());
    const words = here.getByText(/ – /).textContent;
    fireEvent.click(await here.findByRole('button', { name: 'Show only these 1' }));
    const [from, until] = ['span_from', 'span_to'].map((name) => Number(asked.at(-1)?.get(name)));
    const range = { from: from ?? 0, until: until ?? 0 };
    expect(range.until - range.from).toBe(8 * HOUR);
    const write = (instant: number) => new Date(instant).toISOString().replace('.000Z', 'Z');
    const chosen = { from: write(range.from), to: write(range.until) };
    expect(onRange).toHaveBeenCalledExactlyOnceWith(chosen);
    show({ ...FIRST, range, rangeText: `${chosen.from} ${chosen.to}` });
    expect(here.getByText(/ – /).textContent).toBe(words);
    expect(here.queryByRole('button', { name: /^Show only/ })).toBeNull();
  });

  it('waits until something is known of the list', async () => {
    const { show } = open({ ...FIRST, moment: null });
    await pass(5_000);
    expect(asked).toEqual([]);
    show(FIRST);
    await region();
    expect(asked).toHaveLength(1);
  });

  it('asks as soon as the rows of another question are here, and not when it next would have', async () => {
    const { show } = open(FIRST);
    await region();
    const other = { ...FIRST, question: 'q=second&tz=UTC' };
    show({ ...other, waits: true });
    await pass(1_000);
    expect(asked).toHaveLength(1);
    show(other);
    await pass(0);
    expect(asked.map((query) => query.get('q'))).toEqual(['first', 'second']);
  });

  it('keeps its picture until that of another question has come', async () => {
    const { show } = open(FIRST);
    const before = await region();
    show({
      ...FIRST,
      question: 'q=second&tz=UTC',
      range: { from: NOON + HOUR, until: NOON + 2 * HOUR },
      rangeText: 'one two',
    });
    expect(screen.getByRole('region', { name: 'Timeline' })).toBe(before);
    await waitFor(() => expect(asked.map((query) => query.get('q'))).toEqual(['first', 'second']));
  });

  it('asks again with news of the list, but no more often than every ten seconds', async () => {
    const { show } = open({ ...FIRST, moment: null });
    show(FIRST);
    await region();
    for (const moment of ['2', '3', '4']) {
      show({ ...FIRST, moment });
      await pass(1_000);
    }
    expect(asked).toHaveLength(1);
    await pass(8_000);
    await waitFor(() => expect(asked).toHaveLength(2));
    await pass(30_000);
    expect(asked).toHaveLength(2);
  });

  it('asks nothing while the page is hidden, and at once on return', async () => {
    const { show } = open(FIRST);
    await region();
    const hide = (state: DocumentVisibilityState) => {
      vi.spyOn(document, 'visibilityState', 'get').mockReturnValue(state);
      act(() => {
        window.dispatchEvent(new Event('visibilitychange'));
      });
    };
    hide('hidden');
    show({ ...FIRST, moment: '2' });
    await pass(60_000);
    expect(asked).toHaveLength(1);
    hide('visible');
    await waitFor(() => expect(asked).toHaveLength(2));
  });

  it('keeps its picture when the server is gone, and asks again by itself', async () => {
    const { show } = open(FIRST);
    await region();
    isDown = true;
    show({ ...FIRST, question: 'q=second&tz=UTC' });
    await waitFor(() => expect(asked).toHaveLength(2));
    await pass(1_000);
    await region();
    isDown = false;
    await pass(10_000);
    await waitFor(() => expect(asked).toHaveLength(3));
    expect(asked[2]?.get('q')).toBe('second');
  });

  it('says why there is none yet when the first answer fails', async () => {
    isDown = true;
    open(FIRST);
    expect(await screen.findByText('There is no timeline.')).toBeDefined();
    isDown = false;
    await pass(10_000);
    await region();
  });
});
