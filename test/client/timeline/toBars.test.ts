import { expect, test } from 'vitest';
import { createRoster } from '../../../client/roster/roster.ts';
import { toBars } from '../../../client/timeline/toBars.ts';
import { question } from '../roster/question.ts';

test('bars stand in the order in which their windows open, those that were always open first', () => {
  const roster = createRoster();
  const start_time = '2026-11-23T09:30:00Z';
  roster.merge([
    { id: 'late', name: 'Late', join_from: '2026-11-23T15:00:00Z' },
    { id: 'always', name: 'Always' },
    {
      id: 'early',
      name: 'Early',
      join_from: '2026-11-23T09:00:00Z',
      join_until: '2026-11-23T10:00:00Z',
      active_session: { status: 'in-progress', start_time },
    },
    { id: 'ends', name: 'Ends', join_until: '2026-11-23T08:00:00Z' },
  ]);
  const now = Date.parse('2026-11-23T10:30:00Z');
  const bars = toBars(roster.ask(question({ now, sort: { column: 'name', descending: true } })).byStart());
  const hour = (instant = Number.NaN) => (instant - Date.parse('2026-11-23T00:00:00Z')) / 3_600_000;
  expect(
    Array.from({ length: bars.size }, (_, place) => [
      bars.id(place),
      bars.title(place),
      bars.status(place),
      hour(bars.from(place)),
      hour(bars.until(place)),
      hour(bars.session(place)),
    ]),
  ).toEqual([
    ['always', 'Always', 'always-open', -Infinity, Infinity, Number.NaN],
    ['ends', 'Ends', 'ended', -Infinity, 8, Number.NaN],
    ['early', 'Early', 'overrunning', 9, 10, 9.5],
    ['late', 'Late', 'scheduled', 15, Infinity, Number.NaN],
  ]);
});
