import { describe, expect, test } from 'vitest';
import type { ColumnId } from '#contract/columns.ts';
import type { ConferenceRow } from '#contract/conference.ts';
import type { Facet, Sort } from '#contract/view/parameters.ts';
import { createRoster } from '../../../client/roster/roster.ts';
import { question } from './question.ts';
import { makeRows, NOON } from './rows.ts';

const HOUR = 3_600_000;

function rosterOf(...rows: ConferenceRow[]) {
  const roster = createRoster();
  roster.merge(rows);
  return roster;
}

const at = (hours: number) => new Date(NOON + hours * HOUR).toISOString();
const only = (...include: string[]): Facet => ({ include, exclude: [] });
/** The light theme that nobody has touched, as a value. */
const DEFAULTS = '044ef4-ffffff-1d2127-17bb58-f42c50';
const without = (...exclude: string[]): Facet => ({ include: [], exclude });

describe('search', () => {
  const roster = rosterOf(
    { id: 'AB-1', name: 'cardio-zurich', display_name: 'Zürich Ärzte', description: 'Straße 5' },
    { id: 'cd-2', name: 'board', display_name: null, description: 'the résumé of Zoë' },
    { id: 'ef-3', name: 'school', display_name: '第二会議室 🎓' },
  );
  const found = (q: string) => roster.ask(question({ q })).idsBetween(0, 9);

  test.each([
    ['the name', 'CARDIO', ['AB-1']],
    ['the display name', 'zurich arzte', ['AB-1']],
    ['the description', 'strasse', ['AB-1']],
    ['the id, whatever its case', 'ab-1', ['AB-1']],
    ['accents typed where there are none', 'bóard', ['cd-2']],
    ['other scripts and emoji', '会議室 🎓', ['ef-3']],
    ['space around', '  resume  ', ['cd-2']],
    ['several', 'o', ['AB-1', 'cd-2', 'ef-3']],
    ['nothing', 'nowhere', []],
    ['words in any order, each in any field', '5 arzte ab-1', ['AB-1']],
    ['none that lacks one of the words', 'arzte board', []],
  ])('finds by %s', (_, q, ids) => {
    expect(found(q)).toEqual(ids);
  });

  test('a text typed on, and taken back, finds what each text finds', () => {
    for (const q of ['z', 'zo', 'zoe', 'zo', 'o', 'bo', '']) {
      const fresh = rosterOf(...['AB-1', 'cd-2', 'ef-3'].map((id) => roster.conference(id)?.raw ?? { id }));
      expect(found(q)).toEqual(fresh.ask(question({ q })).idsBetween(0, 9));
    }
  });

  test('a text typed on finds among two thousand what holds it, letter by letter', () => {
    const rows = makeRows(2000);
    const many = rosterOf(...rows);
    const texts = rows.map(({ id, name, display_name, description }) =>
      [id, name, display_name, description].join('\n').toLowerCase(),
    );
    for (const word of ['ward', 'board', 'intake 1', 'room-1', 'a1', '12', 'nobody']) {
      for (let length = 1; length <= word.length; length++) {
        const q = word.slice(0, length);
        const holds = (text: string) => q.split(' ').every((part) => text.includes(part));
        const expected = rows.flatMap(({ id }, at) => (holds(texts[at] ?? '') ? [id] : []));
        expect([q, many.ask(question({ q })).idsBetween(0, 2000)]).toEqual([q, expected]);
      }
    }
  });

  test('rows that went and came back as they were are found again', () => {
    const rows = ['a', 'b', 'c'].map((id) => ({ id, name: `room ${id}` }));
    const shrinking = rosterOf(...rows);
    const walk = (list: typeof rows, q: string) => {
      const pass = shrinking.startPass();
      pass.merge(list);
      pass.complete();
      return shrinking.ask(question({ q })).idsBetween(0, 9);
    };
    expect(walk(rows, 'room')).toEqual(['a', 'b', 'c']);
    expect(walk(rows.slice(1), 'oom')).toEqual(['b', 'c']);
    expect(walk(rows.slice(1), 'oom')).toEqual(['b', 'c']);
    expect(walk(rows, 'oom').toSorted()).toEqual(['a', 'b', 'c']);
  });

  test('a description that changes is searched as it is now', () => {
    const edited = rosterOf({ id: 'a', description: 'Ward round' }, { id: 'b', description: 'Ward round' });
    const matching = (q: string) => edited.ask(question({ q })).idsBetween(0, 9);
    expect(matching('ward')).toEqual(['a', 'b']);
    edited.merge([{ id: 'a', description: 'Board meeting' }]);
    expect([matching('ward'), matching('board')]).toEqual([['b'], ['a']]);
  });

  test('rows that come while a search stands are searched too', () => {
    const growing = rosterOf({ id: 'a', name: 'room' });
    expect(growing.ask(question({ q: 'room' })).matching).toBe(1);
    growing.merge([{ id: 'b', name: 'another room' }]);
    expect(growing.ask(question({ q: 'room' })).matching).toBe(2);
    expect(growing.ask(question({ q: 'room' })).total).toBe(2);
  });
});

describe('facets', () => {
  const rows = makeRows(2000);
  const roster = rosterOf(...rows);

  test('keep what is wanted, and drop what is not, rows without a value too only when one is wanted', () => {
    const sizes = (facet: Facet) => {
      const answer = roster.ask(question({ filters: { size: facet } }));
      return new Set(answer.idsBetween(0, 2000).map((id) => roster.conference(id)?.size));
    };
    expect(sizes(only('small', 'large'))).toEqual(new Set(['small', 'large']));
    expect(sizes(without('small'))).toEqual(new Set(['medium', 'large', null]));
    expect(sizes({ include: ['small', 'large'], exclude: ['small'] })).toEqual(new Set(['large']));
    expect(sizes(only('huge'))).toEqual(new Set());
  });

  test('count each value over what the other filters leave', () => {
    const answer = roster.ask(
      question({ filters: { quality: only('720p'), layout: without('5up') }, q: 'room' }),
    );
    const count = (wanted: (row: ConferenceRow) => boolean) => rows.filter(wanted).length;
    expect(answer.matching).toBe(count((row) => row.quality === '720p' && row.layout !== '5up'));
    expect(answer.countsOf('quality')).toEqual(
      ['720p', '1080p'].map((value) => ({
        value,
        count: count((row) => row.quality === value && row.layout !== '5up'),
      })),
    );
    expect(answer.countsOf('layout')).toContainEqual({
      value: '5up',
      count: count((row) => row.quality === '720p' && row.layout === '5up'),
    });
    expect(answer.countsOf('size')).toEqual(
      ['small', 'medium', 'large', ''].map((value) => ({
        value,
        count: count((row) => row.quality === '720p' && row.layout !== '5up' && (row.size ?? '') === value),
      })),
    );
  });

  test('list a value that only the filter names, so that it can be taken away again', () => {
    const layout = roster.ask(question({ filters: { layout: only('no-such-layout') } })).countsOf('layout');
    expect(layout.at(-1)).toEqual({ value: 'no-such-layout', count: 0 });
  });

  test('layouts stand in natural order', () => {
    const values = roster
      .ask(question())
      .countsOf('layout')
      .map(({ value }) => value);
    expect(values.indexOf('2x2')).toBeLessThan(values.indexOf('10x10'));
  });

  test('statuses are counted over everything, whatever the filters, and as a facet over what they leave', () => {
    const { statusCounts } = roster.ask(question());
    const narrow = roster.ask(question({ q: 'nowhere', filters: { status: only('live') } }));
    expect(narrow.statusCounts).toEqual(statusCounts);
    expect(narrow.countsOf('status').map(({ count }) => count)).toEqual([0, 0, 0, 0, 0, 0]);
    const live = roster.ask(question({ filters: { status: only('live', 'overrunning') } }));
    expect(live.matching).toBe(statusCounts.live + statusCounts.overrunning);
    expect(live.countsOf('status')).toContainEqual({ value: 'ended', count: statusCounts.ended });
    expect(Object.values(statusCounts).reduce((a, b) => a + b)).toBe(2000);
  });

  test('values of unknown kinds are shown and filtered as their text', () => {
    const odd = rosterOf(
      { id: 'a', quality: 4320, layout: { x: 1 } },
      { id: 'b', quality: '  ' },
      { id: 'c' },
    );
    const answer = odd.ask(question({ filters: { quality: only('4320') } }));
    expect(answer.idsBetween(0, 9)).toEqual(['a']);
    expect(answer.countsOf('quality')).toEqual([
      { value: '4320', count: 1 },
      { value: '', count: 2 },
    ]);
    expect(answer.countsOf('layout')).toEqual([{ value: '{"x":1}', count: 1 }]);
  });
});

describe('filters of any column', () => {
  const roster = rosterOf(
    {
      id: 'a',
      display_name: 'Weekly round',
      description: 'x'.repeat(500),
      enable_chat: true,
      meta: { team: 'red', room: 1 },
      join_from: '2026-11-23T23:30:00Z',
      dark_primary: '#AA0000',
    },
    {
      id: 'b',
      name: 'Weekly round',
      enable_chat: false,
      join_from: '2026-11-24T00:30:00Z',
      dark_primary: '#aa0000',
    },
    { id: 'c', name: 'other', description: `${'x'.repeat(200)} and more`, meta: { room: 2, team: 'blue' } },
    {
      id: 'd',
      enable_chat: 'yes',
      meta: {},
      join_from: 'soon',
      dark_primary: '#044EF4',
      light_background: '#AA0000',
    },
  );
  const found = (column: ColumnId, facet: Facet, zone = 'UTC') =>
    roster.ask(question({ filters: { [column]: facet }, zone })).idsBetween(0, 9);

  test.each<[string, ColumnId, Facet, string[]]>([
    ['the name that is shown', 'name', only('Weekly round'), ['a', 'b']],
    ['an id, for what has no name', 'name', only('d'), ['d']],
    ['the first 200 characters of a description', 'description', only('x'.repeat(200)), ['a', 'c']],
    ['no description', 'description', only(''), ['b', 'd']],
    ['a switch that is on', 'enable_chat', only('yes'), ['a']],
    ['a switch that is not off', 'enable_chat', without('no'), ['a', 'c', 'd']],
    ['a switch that is neither', 'enable_chat', only(''), ['c', 'd']],
    ['the keys of the metadata, in their order', 'meta', only('team, room'), ['a']],
    ['some metadata', 'meta', without(''), ['a', 'c']],
    ['an id', 'id', without('a', 'b'), ['c', 'd']],
    [
      'a theme that looks the same',
      'theme',
      only(`aa0000-ffffff-1d2127-17bb58-f42c50-${DEFAULTS}`),
      ['a', 'b'],
    ],
    ['an untouched theme', 'theme', only('default'), ['c']],
    ['no date', 'join_from', only(''), ['c']],
    ['a date that is none', 'join_from', only('soon'), ['d']],
    ['any date', 'join_from', without('', 'soon'), ['a', 'b']],
  ])('find by %s', (_, column, facet, ids) => {
    expect(found(column, facet)).toEqual(ids);
  });

  test.each([
    ['UTC', ['a'], ['b']],
    ['Europe/Paris', [], ['a', 'b']],
    ['America/New_York', ['a', 'b'], []],
    ['Asia/Kolkata', [], ['a', 'b']],
    ['Pacific/Kiritimati', [], ['a', 'b']],
  ])('find a day as it is in %s', (zone, monday, tuesday) => {
    expect(found('join_from', only('2026-11-23'), zone)).toEqual(monday);
    expect(found('join_from', only('2026-11-24'), zone)).toEqual(tuesday);
    expect(found('join_from', without('2026-11-23', '2026-11-24'), zone)).toEqual(['c', 'd']);
  });

  test('agree with what the cells say of 2,000 conferences, day by day', () => {
    const rows = makeRows(2000);
    const many = rosterOf(...rows);
    const days = (row: ConferenceRow) => String(row.join_from ?? '').slice(0, 10);
    const asked = [...new Set(rows.map(days))].slice(0, 20);
    for (const day of asked) {
      const answer = many.ask(question({ filters: { join_from: only(day) } }));
      expect([day, answer.matching]).toEqual([day, rows.filter((row) => days(row) === day).length]);
    }
  });

  test('count nothing twice: what a filter of another column leaves is what the facets count', () => {
    const { countsOf, matching } = roster.ask(question({ filters: { name: only('Weekly round') } }));
    expect(matching).toBe(2);
    expect(countsOf('quality')).toEqual([{ value: '', count: 2 }]);
  });
});

describe('the themes that fail', () => {
  test('are judged by the test given, once for each row and again when it changes', () => {
    const judged: string[] = [];
    const roster = createRoster({
      themeFails: ({ id, dark_primary }) => {
        judged.push(id);
        return dark_primary === '#000000';
      },
    });
    const rows = ['#000000', '#FFFFFF', null].map((dark_primary, index) => ({
      id: `${index}`,
      dark_primary,
    }));
    roster.merge(rows);
    roster.ask(question());
    expect(judged).toEqual([]);
    expect(roster.ask(question({ theme: 'fails' })).idsBetween(0, 9)).toEqual(['0']);
    roster.merge([{ id: '1', dark_primary: '#000000' }]);
    expect(roster.ask(question({ theme: 'fails' })).idsBetween(0, 9)).toEqual(['0', '1']);
    expect(judged).toEqual(['0', '1', '2', '1']);
  });
});

describe('a range under Overlaps', () => {
  const roster = rosterOf(
    { id: 'before', join_from: at(-5), join_until: at(-3) },
    { id: 'touches-start', join_from: at(-5), join_until: at(-2) },
    { id: 'around', join_from: at(-9), join_until: at(9) },
    { id: 'within', join_from: at(-1), join_until: at(1) },
    { id: 'touches-end', join_from: at(2), join_until: at(5) },
    { id: 'after', join_from: at(3), join_until: at(5) },
    { id: 'open-start', join_from: null, join_until: at(-2) },
    { id: 'open-end', join_from: at(2), join_until: null },
    { id: 'ended-open-start', join_until: at(-3) },
    { id: 'bad-date', join_from: 'soon', join_until: null },
    { id: 'undated', join_from: null, join_until: null },
  );
  const ids = (from: number | null, until: number | null, undated = false) =>
    roster.ask(question({ range: { from, until, undated } })).idsBetween(0, 20);

  test('finds whatever touches it, both ends included, an open end reaching to infinity', () => {
    expect(ids(NOON - 2 * HOUR, NOON + 2 * HOUR)).toEqual([
      'touches-start',
      'around',
      'within',
      'touches-end',
      'open-start',
      'open-end',
    ]);
  });

  test('may itself be open at either end', () => {
    expect(ids(NOON + 4 * HOUR, null)).toEqual(['around', 'touches-end', 'after', 'open-end']);
    expect(ids(null, NOON - 4 * HOUR)).toEqual([
      'before',
      'touches-start',
      'around',
      'open-start',
      'ended-open-start',
    ]);
  });

  test('takes conferences without dates only when they are wanted, and counts them either way', () => {
    const range = { from: NOON, until: NOON, undated: false };
    expect(ids(NOON, NOON, true)).toEqual(['around', 'within', 'bad-date', 'undated']);
    expect(roster.ask(question({ range })).undated).toBe(2);
    expect(roster.ask(question({ range: { ...range, undated: true } })).undated).toBe(2);
    expect(roster.ask(question({ range, q: 'bad' })).undated).toBe(1);
  });
});

describe('an answer', () => {
  const rows = makeRows(300);
  const roster = rosterOf(...rows);
  const answer = roster.ask(question({ sort: { column: 'join_from', descending: false } }));

  test('gives each conference by its place, and the place by its id', () => {
    for (const position of [0, 1, 150, 299]) {
      const id = answer.idAt(position) ?? '';
      expect(answer.positionOf(id)).toBe(position);
      expect(answer.conferenceAt(position)).toBe(roster.conference(id));
    }
    expect(answer.positionOf('nobody')).toBe(-1);
    expect([answer.idAt(-1), answer.idAt(300), answer.conferenceAt(300)]).toEqual([null, null, null]);
    expect(answer.idsBetween(295, 400)).toHaveLength(5);
  });

  test('tells where one stands before any was read, and that none stands where it does not match', () => {
    const many = rosterOf(...makeRows(300));
    const matching = many.ask(question({ q: 'ward' })).idsBetween(0, 300);
    const [first = '', last = ''] = [matching.at(0), matching.at(-1)];
    const other = makeRows(300).find(({ id }) => !matching.includes(id))?.id ?? '';
    const answer = many.ask(question({ q: 'ward', sort: { column: 'id', descending: true } }));
    const sorted = matching.toSorted().reverse();
    expect([first, last, other].map(answer.positionOf)).toEqual([
      sorted.indexOf(first),
      sorted.indexOf(last),
      -1,
    ]);
    expect(answer.idsBetween(0, 300)).toEqual(sorted);
    expect(sorted.map(answer.positionOf)).toEqual([...sorted.keys()]);
  });

  test('gives dates as instants, none as NaN', () => {
    const { order, joinFrom, joinUntil, started, conferenceAt } = answer.byStart();
    for (const [position, row] of order.entries()) {
      const conference = conferenceAt(position);
      expect(joinFrom[row]).toBe(Date.parse(conference?.join_from ?? ''));
      expect(joinUntil[row]).toBe(Date.parse(conference?.join_until ?? ''));
      expect(started[row]).toBe(Date.parse(conference?.active_session?.start_time ?? ''));
    }
  });

  test('gives what matches by its start too, the same object however it is sorted', () => {
    const narrowed = (sort: Sort | null) => roster.ask(question({ q: 'a', sort })).byStart();
    const byStart = narrowed(null);
    const starts = Array.from(byStart.order, (row) => byStart.joinFrom[row] ?? 0);
    const dated = starts.filter((start) => !Number.isNaN(start));
    expect(dated.length).toBeGreaterThan(9);
    expect(starts.slice(0, dated.length)).toEqual([...Float64Array.from(dated).sort()]);
    expect(starts).toHaveLength(roster.ask(question({ q: 'a' })).matching);
    expect(narrowed({ column: 'name', descending: true })).toBe(byStart);
    expect(roster.ask(question({ q: 'b' })).byStart()).not.toBe(byStart);
    expect(narrowed(null).order).toEqual(byStart.order);
  });

  test('of a question that was asked before knows of rows that have come or changed since', () => {
    const growing = rosterOf({ id: 'a', size: 'small' });
    const asked = question({ filters: { size: only('small') } });
    expect(growing.ask(asked).idsBetween(0, 9)).toEqual(['a']);
    growing.merge([{ id: 'b', size: 'small' }]);
    expect(growing.ask(asked).idsBetween(0, 9)).toEqual(['a', 'b']);
    growing.merge([{ id: 'a', size: 'large' }]);
    expect(growing.ask(asked).idsBetween(0, 9)).toEqual(['b']);
  });

  test('follows the clock where it was asked for a status', () => {
    const opening = rosterOf({ id: 'a', join_from: at(1), join_until: at(2) });
    const asked = (now: number) => opening.ask(question({ filters: { status: only('open') }, now })).matching;
    expect([asked(NOON), asked(NOON + HOUR), asked(NOON + 3 * HOUR)]).toEqual([0, 1, 0]);
  });
});
