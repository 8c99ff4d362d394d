import { performance } from 'node:perf_hooks';
import type { Question } from '../../client/roster/question.ts';
import { createRoster } from '../../client/roster/roster.ts';
import { makeRows, NOON } from '../client/roster/rows.ts';

const SIZE = Number(process.argv[2] ?? 100_000);
const none = { include: [], exclude: [] };
const everything: Question = {
  q: '',
  status: none,
  quality: none,
  layout: none,
  size: none,
  theme: 'any',
  range: null,
  sort: null,
  now: NOON,
};
const print = (line: string) => process.stdout.write(`${line}\n`);
const time = <T>(label: string, work: () => T): T => {
  const start = performance.now();
  const result = work();
  print(`${label.padEnd(44)} ${(performance.now() - start).toFixed(2)} ms`);
  return result;
};
const texts: string[] = [];
for (let page = 0; page * 1000 < SIZE; page++)
  texts.push(JSON.stringify(makeRows(Math.min(1000, SIZE), page + 1)));
globalThis.gc?.();
const before = process.memoryUsage();
let parse = 0;
const merges: number[] = [];
const roster = createRoster();
const pass = roster.startPass();
for (const text of texts) {
  const a = performance.now();
  const rows = JSON.parse(text);
  const b = performance.now();
  pass.merge(rows);
  merges.push(performance.now() - b);
  parse += b - a;
}
merges.sort((a, b) => a - b);
print(
  `parse ${parse.toFixed(0)} ms, merge sum ${merges.reduce((a, b) => a + b, 0).toFixed(1)} median ${merges[merges.length >> 1]?.toFixed(2)} max ${merges.at(-1)?.toFixed(2)}`,
);
time('complete', () => pass.complete());
globalThis.gc?.();
const heap = (label: string) => {
  globalThis.gc?.();
  const now = process.memoryUsage();
  print(
    `${label}: heap +${((now.heapUsed - before.heapUsed) / 2 ** 20).toFixed(1)} MiB, buffers +${((now.arrayBuffers - before.arrayBuffers) / 2 ** 20).toFixed(1)} MiB`,
  );
};
heap('rows merged');
time('first ask', () => roster.ask(everything));
time('ask again', () => roster.ask(everything));
heap('asked');
const slices: number[] = [];
const prepareStart = performance.now();
for (;;) {
  const a = performance.now();
  const more = roster.prepare(8, () => performance.now());
  slices.push(performance.now() - a);
  if (!more) break;
}
slices.sort((a, b) => a - b);
print(
  `prepare ${(performance.now() - prepareStart).toFixed(0)} ms in ${slices.length} slices, longest ${slices.at(-1)?.toFixed(1)}`,
);
heap('prepared');
for (const column of [
  'name',
  'join_from',
  'status',
  'quality',
  'description',
  'meta',
  'theme',
  'record_on_start',
] as const) {
  time(`sort ${column}`, () => roster.ask({ ...everything, sort: { column, descending: false } }));
  time(`sort ${column} descending`, () => roster.ask({ ...everything, sort: { column, descending: true } }));
  time(`sort ${column} again`, () => roster.ask({ ...everything, sort: { column, descending: false } }));
}
for (const q of ['z', 'zo', 'zoe', 'zoe 1', ''])
  time(`search "${q}"`, () => roster.ask({ ...everything, q, sort: { column: 'name', descending: false } }));
time('facet', () => roster.ask({ ...everything, layout: { include: ['5up'], exclude: [] } }));
time('range', () =>
  roster.ask({ ...everything, range: { from: NOON, until: NOON + 3.6e6, undated: false } }),
);
const again = texts.map((text) => JSON.parse(text));
time('refresh, equal content', () => {
  const next = roster.startPass();
  for (const rows of again) next.merge(rows);
  next.complete();
});
time('refresh, same objects', () => {
  const next = roster.startPass();
  for (const rows of again) next.merge(rows);
  next.complete();
});
heap('refreshed');
time('refresh, one new at the top', () => {
  const next = roster.startPass();
  next.merge(makeRows(1, 999999));
  for (const rows of again) next.merge(rows);
  next.complete();
});
time('ask after', () => roster.ask({ ...everything, sort: { column: 'name', descending: false } }));
heap('rearranged');
