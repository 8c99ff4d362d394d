import { expect, it } from 'vitest';
import { nextAsk } from '../../../../client/board/list/nextAsk.ts';
import { wholeAt } from '../../../support/listState.ts';

const NOW = 1_000_000;

const STATE = { ...wholeAt(NOW), nextAt: NOW + 5_000 };

const TROUBLE = { code: 'upstream_timeout', since: NOW } as const;

it.each([
  ['by the interval', {}, { interval: 30 }, 30_000],
  ['never when it is off', {}, {}, false],
  ['not for a change of status either', { nextChange: NOW + 9_000 }, {}, false],
  [
    'with the next change of a status, a little later',
    { nextChange: NOW + 12_000 },
    { interval: 30 },
    13_500,
  ],
  ['at most once in ten seconds for that', { nextChange: NOW + 20 }, { interval: 30 }, 10_000],
  ['by the interval, though a change is later', { nextChange: NOW + 40_000 }, { interval: 30 }, 30_000],
  ['twice a second while the list loads', { whole: false, loaded: 0 }, {}, 500],
  ['the more seldom, the more is loaded', { whole: false, loaded: 30_000 }, {}, 1_500],
  ['every three seconds of the longest walks', { whole: false, loaded: 100_000 }, {}, 3_000],
  ['each second of the walk that the reader began', { loaded: 50 }, { interval: 300, awaited: true }, 1_000],
  ['sooner in the first second, while that brought nothing', { loaded: 0 }, { awaited: true }, 250],
  [
    'each second of an answer that is slow',
    { loaded: 0, waitingSince: NOW - 1_000 },
    { awaited: true },
    1_000,
  ],
  ['soon while SignalWire is slow', { loaded: 50, waitingSince: NOW - 6_000 }, { interval: 30 }, 2_000],
  [
    'by the interval while it is not yet',
    { loaded: 50, waitingSince: NOW - 4_000 },
    { interval: 30 },
    30_000,
  ],
  ['by the interval beside a walk of its own', { loaded: 50 }, { interval: 30 }, 30_000],
  ['when the walk goes on that failed', { whole: false, trouble: TROUBLE }, {}, 6_000],
  ['when it is tried again to refresh the list', { trouble: TROUBLE }, { interval: 300 }, 6_000],
  ['after a while when that is not said', { trouble: TROUBLE, nextAt: null }, {}, 16_000],
] as const)(
  'asks %s',
  (_, state, { interval = 0, awaited = false }: { interval?: number; awaited?: boolean }, wait) => {
    const asking = { state: { ...STATE, ...state }, heardAt: NOW, now: NOW, interval, awaited };
    expect(nextAsk(asking, 1_500)).toBe(wait);
  },
);

it.each([STATE, { ...STATE, whole: false, loaded: 50 }])(
  'asks at once, and not never, when the time for it has passed: %j',
  (state) => {
    const asking = { state, heardAt: NOW, now: NOW + 3_600_000, interval: 30, awaited: false };
    expect(nextAsk(asking, 0)).toBe(1);
  },
);
