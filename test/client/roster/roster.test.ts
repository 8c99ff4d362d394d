import { describe, expect, test } from 'vitest';
import { createRoster } from '../../../client/roster/roster.ts';
import { question } from './question.ts';
import { makeRows } from './rows.ts';

const copy = <Value>(value: Value): Value => structuredClone(value);

function idsOf(roster: ReturnType<typeof createRoster>): string[] {
  return roster.ask(question()).idsBetween(0, roster.size);
}

describe('merging', () => {
  test('adds by id, and a duplicate on a later page adds nothing', () => {
    const roster = createRoster();
    const rows = makeRows(30);
    expect(roster.merge(rows.slice(0, 20)).added).toHaveLength(20);
    expect(roster.merge(copy(rows.slice(15))).added).toEqual(rows.slice(20).map(({ id }) => id));
    expect(roster.size).toBe(30);
    expect(idsOf(roster)).toEqual(rows.map(({ id }) => id));
  });

  test('a row of the same content changes nothing, not even the identity of its conference', () => {
    const roster = createRoster();
    const rows = makeRows(10);
    roster.merge(rows);
    const { revision } = roster;
    const conference = roster.conference(rows[3]?.id ?? '');
    const reversed = copy(rows).map((row) => ({
      id: row.id,
      ...Object.fromEntries(Object.entries(row).reverse()),
    }));
    expect(roster.merge(reversed)).toEqual({ added: [], changed: [], fresh: 0 });
    expect(roster.revision).toBe(revision);
    expect(roster.conference(rows[3]?.id ?? '')).toBe(conference);
  });

  test('a row of other content is changed: a new conference for it alone, at the same place', () => {
    const roster = createRoster();
    const rows = makeRows(10);
    roster.merge(rows);
    const before = rows.map(({ id }) => roster.conference(id));
    const next = copy(rows).map((row, index) => (index === 4 ? { ...row, display_name: 'Renamed' } : row));
    expect(roster.merge(next).changed).toEqual([rows[4]?.id]);
    const after = rows.map(({ id }) => roster.conference(id));
    expect(after.filter((conference, index) => conference !== before[index])).toEqual([
      expect.objectContaining({ id: rows[4]?.id, display_name: 'Renamed' }),
    ]);
    expect(idsOf(roster)).toEqual(rows.map(({ id }) => id));
  });

  test.each([
    ['a key more', { more: 1 }],
    ['a deeper value', { meta: { a: [1, { b: null }] } }],
    ['null for a value', { name: null }],
  ])('notices %s', (_, patch) => {
    const roster = createRoster();
    const row = { ...makeRows(1)[0], id: 'a', meta: { a: [1, { b: 0 }] } };
    roster.merge([row]);
    expect(roster.merge([{ ...copy(row), ...patch }]).changed).toEqual(['a']);
    expect(roster.merge([copy(row)]).changed).toEqual(['a']);
  });

  test('every order, search and count holds after a change', () => {
    const roster = createRoster();
    const rows = makeRows(200).map((row, index) => ({
      ...row,
      display_name: `Room${index}`,
      size: 'small',
    }));
    roster.merge(rows);
    const byName = question({ sort: { column: 'name', descending: false } });
    roster.ask({ ...byName, q: 'room' });
    roster.merge([{ ...copy(rows[150]), id: rows[150]?.id ?? '', display_name: 'Aaa', size: 'large' }]);
    expect(roster.ask(byName).idAt(0)).toBe(rows[150]?.id);
    expect(roster.ask({ ...byName, q: 'room150' }).matching).toBe(0);
    expect(roster.ask({ ...byName, q: 'aaa' }).countsOf('size')).toContainEqual({ value: 'large', count: 1 });
  });
});

describe('a pass over the whole list', () => {
  test('says exactly what was added, changed and gone, and gone only at its end', () => {
    const roster = createRoster();
    const rows = makeRows(100);
    const first = roster.startPass();
    first.merge(rows.slice(0, 90));
    expect(first.complete()).toEqual({ added: rows.slice(0, 90).map(({ id }) => id), changed: [], gone: [] });

    const kept = copy(rows).filter((_, index) => index !== 7 && index !== 50);
    const second = roster.startPass();
    second.merge(kept.slice(0, 40).map((row, index) => (index === 3 ? { ...row, name: 'other' } : row)));
    expect(second.changes().gone).toEqual([]);
    expect(roster.size).toBe(90);
    second.merge(kept.slice(40));
    expect(second.complete()).toEqual({
      added: rows.slice(90).map(({ id }) => id),
      changed: [rows[3]?.id],
      gone: [rows[7]?.id, rows[50]?.id],
    });
    expect(idsOf(roster)).toEqual(kept.map(({ id }) => id));
    expect(roster.has(rows[7]?.id ?? '')).toBe(false);
  });

  test('its order becomes the order of the roster', () => {
    const roster = createRoster();
    const rows = makeRows(50);
    roster.merge(rows.slice(10, 20));
    const pass = roster.startPass();
    pass.merge(rows);
    expect(idsOf(roster)).toEqual(
      [...rows.slice(10, 20), ...rows.slice(0, 10), ...rows.slice(20)].map(({ id }) => id),
    );
    expect(pass.complete().gone).toEqual([]);
    expect(idsOf(roster)).toEqual(rows.map(({ id }) => id));
  });

  test('that begins again counts only what it sees from then on', () => {
    const roster = createRoster();
    const rows = makeRows(20);
    const pass = roster.startPass();
    expect(pass.merge(rows).fresh).toBe(20);
    expect(pass.merge(rows).fresh).toBe(0);
    pass.restart();
    expect(pass.merge(rows.slice(5)).fresh).toBe(15);
    expect(pass.complete().gone).toEqual(rows.slice(0, 5).map(({ id }) => id));
  });

  test('is void once another one has begun', () => {
    const roster = createRoster();
    const rows = makeRows(20);
    roster.merge(rows);
    const old = roster.startPass();
    roster.startPass();
    old.merge(makeRows(5, 2));
    expect(old.complete().gone).toEqual([]);
    expect(roster.size).toBe(20);
  });

  test('an answer given before stays as it was', () => {
    const roster = createRoster();
    const rows = makeRows(20);
    roster.merge(rows);
    const answer = roster.ask(question());
    const pass = roster.startPass();
    pass.merge(rows.slice(10));
    pass.complete();
    expect(roster.size).toBe(10);
    expect(answer.idsBetween(0, 20)).toEqual(rows.map(({ id }) => id));
    expect(answer.conferenceAt(0)?.id).toBe(rows[0]?.id);
  });

  test('counts what came and went since a revision, each once', () => {
    const roster = createRoster();
    const rows = makeRows(30);
    roster.merge(rows.slice(0, 20));
    const { revision } = roster;
    const pass = roster.startPass();
    pass.merge(rows.slice(2, 25));
    pass.complete();
    const next = roster.startPass();
    next.merge(rows.slice(2, 24));
    next.complete();
    expect(roster.changesSince(revision)).toEqual({ added: 4, gone: 2 });
    expect(roster.ask(question()).addedSince(revision)).toBe(4);
    // of those that match
    expect(roster.ask(question({ q: 'room-23' })).addedSince(revision)).toBe(1);
    expect(roster.changesSince(roster.revision)).toEqual({ added: 0, gone: 0 });
  });
});

describe('preparing', () => {
  const rows = makeRows(40);
  /** walks over some rows to the end, is asked as the page asks, and tells in how many slices all was prepared */
  const walk = (roster: ReturnType<typeof createRoster>, walked: typeof rows) => {
    const pass = roster.startPass();
    pass.merge(copy(walked));
    pass.complete();
    roster.ask(question());
    let slices = 0;
    while (roster.prepare(0, () => 0)) slices++;
    return slices;
  };

  test('of an empty list comes to its end', () => {
    const roster = createRoster();
    roster.startPass().complete();
    roster.ask(question());
    const slices = Array.from({ length: 20 }, () => roster.prepare(0, () => 0));
    expect(slices.at(-1)).toBe(false);
  });

  test('has work after a walk that brought something, and none after one that brought nothing', () => {
    const roster = createRoster();
    expect(walk(roster, rows.slice(0, 30))).toBeGreaterThan(0);
    expect(walk(roster, rows.slice(0, 30))).toBe(0);
    expect(walk(roster, rows.slice(0, 31))).toBeGreaterThan(0);
    expect(walk(roster, rows.slice(0, 31))).toBe(0);
  });
});
