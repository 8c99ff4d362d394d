import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ConferenceRow } from '#contract/conference.ts';
import { createRoster } from '../../../client/roster/roster.ts';
import { question } from './question.ts';

/*
 * The roster beside a model of itself that is too simple to be wrong: a plain array of rows. Whatever walks
 * come by, whole or broken off, both answer alike.
 */

const ids = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'];

const row = fc.record({
  id: fc.constantFrom(...ids),
  name: fc.constantFrom('Room 1', 'Room 2', 'Room 10', 'room 2', null),
  size: fc.constantFrom('small', 'large', null),
  created_at: fc.constantFrom('2026-01-01T00:00:00Z', '2026-01-02T00:00:00.500Z', null),
});

/** A walk: its pages, whether it came to its end, and whether anything is asked or prepared between pages. */
const walk = fc.record({
  pages: fc.array(fc.array(row, { maxLength: 5 }), { maxLength: 4 }),
  isWhole: fc.boolean(),
  between: fc.constantFrom('nothing', 'ask', 'prepare'),
});

const filter = fc.record({
  column: fc.constantFrom('name', 'created_at', 'size', null),
  descending: fc.boolean(),
  q: fc.constantFrom('', 'room 1', '2'),
  size: fc.constantFrom<string[]>([], ['small'], ['large', 'small']),
});

type Filter = typeof filter extends fc.Arbitrary<infer Value> ? Value : never;

/** Comparable forms of the few values above, written down by hand. */
const RANKS: Record<string, number> = {
  'Room 1': 1,
  'Room 2': 2,
  'room 2': 2,
  'Room 10': 3,
  small: 1,
  large: 2,
  '2026-01-01T00:00:00Z': 1,
  '2026-01-02T00:00:00.500Z': 2,
};

function rankOf(conference: ConferenceRow, column: string): number | null {
  const { [column]: value, id } = conference;
  // a conference without a name is called by its id, and every id comes before "room"
  if (column === 'name' && value === null) return id.charCodeAt(0) / 1000;
  return value === null ? null : (RANKS[String(value)] ?? null);
}

function expected(rows: readonly ConferenceRow[], { column, descending, q, size }: Filter): string[] {
  const kept = rows.filter(
    ({ id, name, size: own }) =>
      [String(name ?? '').toLowerCase(), id].some((text) => text.includes(q)) &&
      (size.length === 0 || size.includes(String(own))),
  );
  if (column === null) return kept.map(({ id }) => id);
  return kept
    .toSorted((a, b) => {
      const [x, y] = [rankOf(a, column), rankOf(b, column)];
      if (x === null || y === null) return Number(x === null) - Number(y === null);
      return descending ? y - x : x - y;
    })
    .map(({ id }) => id);
}

function ask(roster: ReturnType<typeof createRoster>, { column, descending, q, size }: Filter): string[] {
  const sort = column === null ? null : { column, descending };
  return roster
    .ask(question({ q, sort, filters: { size: { include: size, exclude: [] } } }))
    .idsBetween(0, 100);
}

test('after any walks the roster answers as a plain array would, and tells apart what came, changed and went', () => {
  fc.assert(
    fc.property(fc.array(walk, { maxLength: 6 }), filter, (walks, wish) => {
      const roster = createRoster();
      let model: ConferenceRow[] = [];
      for (const { pages, isWhole, between } of walks) {
        const before = new Map(model.map((known) => [known.id, known]));
        const seen: string[] = [];
        const pass = roster.startPass();
        for (const page of pages) {
          pass.merge(structuredClone(page));
          for (const next of page) {
            const at = model.findIndex(({ id }) => id === next.id);
            if (at < 0) model.push(next);
            else model[at] = next;
            if (!seen.includes(next.id)) seen.push(next.id);
          }
          if (between === 'ask') expect(ask(roster, wish)).toEqual(expected(model, wish));
          if (between === 'prepare') roster.prepare(0, () => 0);
        }
        const changes = isWhole ? pass.complete() : pass.changes();
        expect(changes.added).toEqual(seen.filter((id) => !before.has(id)));
        expect(changes.gone).toEqual(isWhole ? [...before.keys()].filter((id) => !seen.includes(id)) : []);
        for (const id of changes.changed) expect(before.has(id)).toBe(true);
        for (const known of model) {
          const last = before.get(known.id);
          const differs = last !== undefined && JSON.stringify(last) !== JSON.stringify(known);
          if (differs) expect(changes.changed).toContain(known.id);
        }
        if (isWhole) {
          model = seen.flatMap((id) => model.filter((known) => known.id === id));
        }
        expect(ask(roster, wish)).toEqual(expected(model, wish));
        expect(roster.size).toBe(model.length);
      }
    }),
    { numRuns: 300 },
  );
});
