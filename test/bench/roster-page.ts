import type { ConferenceRow } from '#contract/conference.ts';
import type { Question } from '../../client/roster/question.ts';
import { createRoster } from '../../client/roster/roster.ts';

/*
 * Runs in the browser: the roster, and beside it the plainest thing that does the same, an array of rows with
 * `Array.sort` and a search by filter. Each answers medians in ms.
 */

const question: Question = {
  q: '',
  filters: {},
  zone: 'UTC',
  theme: 'any',
  range: null,
  sort: null,
  now: Date.now(),
};

const roster = createRoster();
let plain: ConferenceRow[] = [];

function timed(work: () => unknown): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}

function median(times: readonly number[]): number {
  return times.toSorted((a, b) => a - b)[times.length >> 1] ?? 0;
}

const nextTask = () =>
  new Promise<void>((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => resolve();
    port2.postMessage(null);
  });

async function fetchPages(pages: number, step: number, take: (rows: ConferenceRow[]) => void) {
  const tasks: number[] = [];
  for (let page = 0; page < pages; page++) {
    const response = await fetch(`/pages/${page}?step=${step}`);
    const text = await response.text();
    await nextTask();
    tasks.push(timed(() => take(JSON.parse(text))));
  }
  return { sum: tasks.reduce((a, b) => a + b, 0), longest: Math.max(...tasks) };
}

async function loadPlain(pages: number) {
  plain = [];
  return fetchPages(pages, 0, (rows) => plain.push(...rows));
}

/**
 * Walks all pages as a refresh does. `askEvery` so many pages it asks for the order by name, as a page on screen
 * does that somebody sorted meanwhile; 0 for never.
 */
async function loadRoster(pages: number, askEvery: number, step = 0) {
  const pass = roster.startPass();
  let taken = 0;
  const figures = await fetchPages(pages, step, (rows) => {
    pass.merge(rows);
    taken++;
    if (askEvery > 0 && taken % askEvery === 0) {
      roster.ask({ ...question, sort: { column: 'name', descending: false } });
    }
  });
  const start = performance.now();
  const { added, changed, gone } = pass.complete();
  const complete = performance.now() - start;
  return { ...figures, complete, added: added.length, changed: changed.length, gone: gone.length };
}

async function prepare() {
  const slices: number[] = [];
  for (let more = true; more; ) {
    await nextTask();
    slices.push(
      timed(() => {
        more = roster.prepare(8, () => performance.now());
      }),
    );
  }
  return { sum: slices.reduce((a, b) => a + b, 0), longest: Math.max(...slices), slices: slices.length };
}

function compareTexts(a: unknown, b: unknown): number {
  if (a === b) return 0;
  if (a === null || a === undefined) return 1;
  if (b === null || b === undefined) return -1;
  return String(a) < String(b) ? -1 : 1;
}

function sortPlain(column: string, descending: boolean) {
  const sign = descending ? -1 : 1;
  return plain.toSorted((a, b) => sign * compareTexts(a[column], b[column]));
}

function searchPlain(q: string) {
  const wanted = q.toLowerCase();
  return plain.filter((row) =>
    [row.name, row.display_name, row.description, row.id].some((text) =>
      String(text ?? '')
        .toLowerCase()
        .includes(wanted),
    ),
  );
}

/** Interleaved rounds of the same deed on both sides. */
function compare(rounds: number, onRoster: (round: number) => unknown, onPlain: (round: number) => unknown) {
  const times: { roster: number[]; plain: number[] } = { roster: [], plain: [] };
  for (let round = 0; round < rounds; round++) {
    times.roster.push(timed(() => onRoster(round)));
    times.plain.push(timed(() => onPlain(round)));
  }
  return { roster: median(times.roster), plain: median(times.plain), longest: Math.max(...times.roster) };
}

function clicks() {
  const figures: Record<string, ReturnType<typeof compare>> = {};
  for (const column of [
    'name',
    'join_from',
    'status',
    'created_at',
    'layout',
    'description',
    'id',
    'meta',
  ] as const) {
    figures[`sort ${column}`] = compare(
      7,
      (round) => roster.ask({ ...question, sort: { column, descending: round % 2 === 1 } }).idsBetween(0, 50),
      (round) => sortPlain(column, round % 2 === 1),
    );
  }
  const sort = { column: 'name', descending: false } as const;
  for (const word of ['room', 'clinic', 'zoe', 'nowhere']) {
    for (let length = 1; length <= word.length; length++) {
      const q = word.slice(0, length);
      figures[`search ${q}`] = compare(
        3,
        () => roster.ask({ ...question, q, sort }),
        () => searchPlain(q),
      );
    }
  }
  figures.clear = compare(
    5,
    () => roster.ask({ ...question, sort }),
    () => [...plain],
  );
  const layout = { include: ['grid-responsive'], exclude: [] };
  figures.facet = compare(
    5,
    () => roster.ask({ ...question, filters: { layout }, sort }),
    () => plain.filter((row) => row.layout === 'grid-responsive'),
  );
  return figures;
}

Object.assign(globalThis, { bench: { loadPlain, loadRoster, prepare, clicks } });
