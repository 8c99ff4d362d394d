import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readView } from '#contract/view/view.ts';
import { toAsking } from '../../../server/list/asking.ts';
import { createStore } from '../../../server/list/store.ts';
import { createTimelines, drawTimeline } from '../../../server/list/timeline.ts';

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
  return toAsking(store, readView('tz=UTC'));
}

const SPAN = { from: NOW - 90 * MINUTE, until: NOW + 90 * MINUTE, buckets: 6, margin: 1, bars: false };

test('the picture counts each window in every part of the span that it touches, half open', () => {
  fc.assert(
    fc.property(fc.array(conference, { maxLength: 8 }), (conferences) => {
      const { from, until, open } = drawTimeline(fill(conferences), SPAN);
      expect([from, until]).toEqual([NOW - 120 * MINUTE, NOW + 120 * MINUTE]);
      for (let part = 0; part < 8; part++) {
        const [first, next] = [-120 + part * 30, -90 + part * 30];
        // A window that closes before it opens is the moment of its opening.
        const touches = (opens: number, closes: number) =>
          opens < next && (closes > opens ? closes > first : opens >= first);
        expect(open[part]).toBe(
          conferences.filter(({ from, until }) => touches(from ?? -1e9, until ?? 1e9)).length,
        );
      }
    }),
  );
});

test('the picture counts the sessions of now back to their start, and says null where nobody knows who met', () => {
  fc.assert(
    fc.property(fc.array(conference, { maxLength: 8 }), (conferences) => {
      const { running } = drawTimeline(fill(conferences), SPAN);
      const sessions = conferences.filter(({ started }) => started !== null);
      const begun = (before: number) => sessions.filter(({ started }) => (started ?? 0) < before).length;
      const past = [-90, -60, -30, 0].map((end) => begun(end) || null);
      expect(running).toEqual([...past, sessions.length, null, null, null]);
    }),
  );
});

test('a picture of tomorrow or of yesterday claims nothing of who meets', () => {
  const asking = fill([{ from: -60, until: 60, started: null }]);
  const at = (minutes: number) => ({
    ...SPAN,
    from: NOW + minutes * MINUTE,
    until: NOW + (minutes + 60) * MINUTE,
  });
  for (const span of [at(24 * 60), at(-24 * 60)])
    expect(drawTimeline(asking, span).running).toEqual(new Array(8).fill(null));
});

test('the picture gives at most 500 bars, the most urgent first, and says how many more there are', () => {
  const conferences = Array.from({ length: 600 }, (_, index) => ({
    from: -60,
    until: 10 + index,
    started: index === 599 ? -30 : null,
  }));
  const span = { from: NOW, until: NOW + MINUTE, buckets: 1, margin: 0, bars: true };
  const { bars, more } = drawTimeline(fill(conferences), span);
  expect(bars?.length).toBe(500);
  expect(more).toBe(100);
  // An hour with nobody there stands before a running session.
  expect(bars?.every(({ status }) => status === 'open')).toBe(true);
  expect(bars?.[0]).toEqual({
    key: 1,
    id: 'c0',
    title: 'Room 0',
    status: 'open',
    from: NOW - 60 * MINUTE,
    until: NOW + 10 * MINUTE,
    started: null,
    left: null,
  });
});

test('a session that overruns is in the picture of now, though its window has closed', () => {
  const span = { from: NOW - MINUTE, until: NOW + MINUTE, buckets: 2, margin: 0, bars: true };
  const { bars, seen } = drawTimeline(fill([{ from: -120, until: -60, started: -90 }]), span);
  expect(bars?.map(({ status }) => status)).toEqual(['overrunning']);
  expect(seen.count).toBe(1);
});

test('a picture is drawn once for all who ask for it, until a row changes or now comes to another part', () => {
  let now = NOW;
  const store = createStore(() => now);
  const take = (ids: readonly string[]) =>
    store.beginPass().end(
      ids.map((id) => ({ id, text: JSON.stringify({ id, join_from: write(-60), join_until: write(60) }) })),
      true,
    );
  take(['a']);
  const draw = createTimelines();
  const asked = () => draw(toAsking(store, readView('tz=UTC')), SPAN);
  const first = asked();
  now += 1_000;
  expect(asked()).toBe(first);
  expect(draw(toAsking(store, readView('tz=UTC&layout=5up')), SPAN).open[4]).toBe(0);
  take(['a', 'b']);
  expect(asked().open[4]).toBe(2);
  const second = asked();
  now += 30 * MINUTE;
  expect(asked()).not.toBe(second);
});
