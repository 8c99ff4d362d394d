import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readView } from '#contract/view/view.ts';
import { ask } from '../../../server/list/ask.ts';
import { createStore } from '../../../server/list/store.ts';
import { drawTimeline } from '../../../server/list/timeline.ts';

const NOW = Date.parse('2026-03-10T12:00:00Z');
const MINUTE = 60_000;
const write = (minutes: number | null) =>
  minutes === null ? null : new Date(NOW + minutes * MINUTE).toISOString();

const minutes = fc.option(fc.integer({ min: -300, max: 300 }));
const conference = fc.record({
  from: minutes,
  until: minutes,
  started: fc.option(fc.integer({ min: -300, max: 0 })),
});

function fill(conferences: readonly { from: number | null; until: number | null; started: number | null }[]) {
  const store = createStore(() => NOW);
  const rows = conferences.map(({ from, until, started }, index) => ({
    id: `c${index}`,
    text: JSON.stringify({
      id: `c${index}`,
      name: `Room ${index}`,
      join_from: write(from),
      join_until: write(until),
      active_session: started === null ? null : { status: 'in-progress', start_time: write(started) },
    }),
  }));
  store.beginPass().end(rows, true);
  return ask(store, readView('tz=UTC'), '');
}

test('the picture counts each window and each running session in every part of the span that it touches', () => {
  fc.assert(
    fc.property(fc.array(conference, { maxLength: 8 }), (conferences) => {
      const span = { from: NOW - 120 * MINUTE, until: NOW + 120 * MINUTE };
      const { open, running } = drawTimeline(fill(conferences), span, 8);
      for (let part = 0; part < 8; part++) {
        const [first, next] = [-120 + part * 30, -90 + part * 30];
        const touches = (from: number, until: number) => from < next && Math.max(until, from) >= first;
        expect(open[part]).toBe(
          conferences.filter(({ from, until }) => touches(from ?? -1e9, until ?? 1e9)).length,
        );
        const sessions = conferences.filter(({ started }) => started !== null);
        expect(running[part]).toBe(sessions.filter(({ started }) => touches(started ?? 0, 0)).length);
      }
    }),
  );
});

test('the picture gives at most 500 bars, the most urgent first, and says how many more there are', () => {
  const conferences = Array.from({ length: 600 }, (_, index) => ({
    from: -60,
    until: 10 + index,
    started: index === 599 ? -30 : null,
  }));
  const { bars, more } = drawTimeline(fill(conferences), { from: NOW, until: NOW + MINUTE }, 1);
  expect(bars.length).toBe(500);
  expect(more).toBe(100);
  // An hour with nobody there stands before a running session.
  expect(bars.every(({ status }) => status === 'open')).toBe(true);
  expect(bars[0]).toEqual({
    key: 1,
    id: 'c0',
    title: 'Room 0',
    status: 'open',
    from: NOW - 60 * MINUTE,
    until: NOW + 10 * MINUTE,
    started: null,
  });
});

test('a session that overruns is in the picture of now, though its window has closed', () => {
  const { bars } = drawTimeline(
    fill([{ from: -120, until: -60, started: -90 }]),
    { from: NOW - MINUTE, until: NOW + MINUTE },
    2,
  );
  expect(bars.map(({ status }) => status)).toEqual(['overrunning']);
});
