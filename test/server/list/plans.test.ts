import { expect, test, vi } from 'vitest';
import { COLUMN_IDS } from '#contract/columns.ts';
import { readView, type View } from '#contract/view/view.ts';
import { toAsking } from '../../../server/list/asking.ts';
import { createCounts } from '../../../server/list/counts.ts';
import { findFacet } from '../../../server/list/facets.ts';
import { findNews } from '../../../server/list/news.ts';
import { findPage, findTexts } from '../../../server/list/page.ts';
import { findPlace } from '../../../server/list/place.ts';
import { createStore, type Store } from '../../../server/list/store.ts';
import { drawTimeline } from '../../../server/list/timeline.ts';

/*
 * How SQLite finds its answers, held by its own plans: times differ from machine to machine, plans do not. A sort of
 * what was found is a "temp b-tree"; it may stand only where little was found before, or where all must be read.
 */

const NOW = Date.parse('2026-03-10T12:00:00Z');

/** The plans of everything that some questions ask of SQLite and whose text has a part, a text each. */
function plansOf(work: (store: Store) => void, part = ''): string[] {
  const store = createStore(() => NOW);
  const spy = vi.spyOn(store.database, 'prepare');
  work(store);
  const texts = spy.mock.calls.map(([text]) => text).filter((text) => text.includes(part));
  spy.mockRestore();
  return texts.map((text) => {
    const plan = store.database.prepare(`EXPLAIN QUERY PLAN ${text}`).all();
    return plan.map(({ detail }) => detail).join(' | ');
  });
}

const view = (search: string): View => readView(search);
const SORTS = COLUMN_IDS.flatMap((column) => [`sort=${column}`, `sort=-${column}`]);

test('a page in any order is read from an index, without sorting and without reading other rows', () => {
  const plans = plansOf((store) => {
    for (const sort of SORTS) findPage(toAsking(store, view(`${sort}&tz=UTC`)));
  }, 'ORDER BY');
  expect(plans.length).toBeGreaterThanOrEqual(SORTS.length);
  for (const plan of plans) expect(plan).not.toMatch(/TEMP B-TREE|SCAN (?!facts USING (COVERING )?INDEX)/);
});

test('a page filtered by value, by status or by theme is read in its order from an index', () => {
  const plans = plansOf((store) => {
    for (const filter of [
      'layout=5up',
      'layout=!5up',
      'record_on_start=yes',
      'theme=fails',
      'colours=default',
    ])
      for (const sort of ['sort=status', 'sort=name', 'sort=-join_from'])
        findPage(toAsking(store, view(`${filter}&${sort}&tz=UTC`)));
    findPage(toAsking(store, view('status=live&tz=UTC')));
  }, 'ORDER BY');
  for (const plan of plans) expect(plan).not.toMatch(/TEMP B-TREE|SCAN (?!facts USING (COVERING )?INDEX)/);
});

test('a search begins with what its letters find, and sorts no more than that', () => {
  const plans = plansOf((store) => {
    for (const q of ['ward', 'war', 'ward 12 north']) findPage(toAsking(store, view(`q=${q}&tz=UTC`)));
  }, 'ORDER BY');
  for (const plan of plans) {
    expect(plan).toMatch(/SEARCH facts USING INTEGER PRIMARY KEY .*SCAN search VIRTUAL TABLE/);
    expect(plan).not.toMatch(/SCAN (words|conferences|facts)/);
  }
});

test('counts of the toolbar come from the index of urgency alone, those of any filter from one pass over the facts', () => {
  const plansAt = (search: string) =>
    plansOf((store) => void createCounts()(toAsking(store, view(`${search}&tz=UTC`))));
  for (const search of [
    '',
    'layout=!5up',
    'quality=1080p',
    'size=small',
    'record_on_start=yes',
    'theme=fails',
  ])
    expect(plansAt(`status=live&${search}`), search).toEqual(['SCAN facts USING COVERING INDEX by_urgency']);
  expect(plansAt('description=-')).toEqual(['SCAN facts']);
});

test('the place of a conference is counted along the index of the order, and in one pass where a filter is in force', () => {
  const plansAt = (search: string) =>
    plansOf((store) => {
      store.beginPass().end([{ id: 'one', text: '{"id":"one","name":"One","layout":"5up"}' }], true);
      expect(findPlace(toAsking(store, view(search)), 'one').place).toBe(0);
    }, '< (SELECT');
  for (const [sort, index] of [
    ['status', 'by_urgency'],
    ['name', 'by_name'],
  ])
    expect(plansAt(`sort=${sort}&tz=UTC`)).toEqual([
      expect.stringMatching(`^SEARCH facts USING COVERING INDEX ${index} `),
    ]);
  expect(plansAt('sort=name&layout=5up&tz=UTC')).toEqual([expect.stringMatching(/^SCAN facts \| /)]);
});

test('news of held rows are looked up by their keys and by when they came', () => {
  const plans = plansOf(
    (store) => void findNews(toAsking(store, view('tz=UTC')), [1, 2, 3], { keys: [1, 2, 3], rev: 0 }),
  );
  const rows = plans.filter((plan) => plan.includes('conferences'));
  expect(rows.length).toBe(2);
  for (const plan of rows) expect(plan).toMatch(/^SEARCH conferences USING INTEGER PRIMARY KEY/);
  expect(plans.some((plan) => /SEARCH facts USING (COVERING )?INDEX by_born/.test(plan))).toBe(true);
});

test('rows are never read but by their keys, whatever is asked', () => {
  const plans = plansOf((store) => {
    const asking = toAsking(store, view('q=w&from=2026-03-10T00:00:00Z&match=overlaps&tz=UTC'));
    findTexts(asking, findPage(asking));
    findFacet(asking, 'layout', {});
    drawTimeline(asking, { from: NOW, until: NOW + 1_000, buckets: 10, margin: 2, bars: true });
    store.urgencies.nextChange();
  });
  expect(plans.length).toBeGreaterThan(5);
  for (const plan of plans) expect(plan).not.toMatch(/SCAN conferences/);
});
