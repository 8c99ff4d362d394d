import { beforeEach, describe, expect, it } from 'vitest';
import type { FailureCode } from '#contract/errors.ts';
import { createPause, type Pause } from '../../../server/conferences/pause.ts';
import { Fault } from '../../../server/http/Fault.ts';
import { createHandClock, type HandClock } from '../../support/clock.ts';

let clock: HandClock;
let pause: Pause;
beforeEach(() => {
  clock = createHandClock();
  pause = createPause(clock);
});

function fail(code: FailureCode, times = 1, retryAfter?: number) {
  for (let count = 0; count < times; count += 1)
    pause.begin().failed(new Fault(code, retryAfter === undefined ? {} : { retryAfter }));
}

/** Seconds that the pause still stands, with its cause; null when a question may go. */
function readPause(): [FailureCode, number | null] | null {
  if (!pause.stands()) return null;
  try {
    pause.begin();
  } catch (error) {
    if (error instanceof Fault && error.paused) return [error.code, error.retryAfter];
    throw error;
  }
  throw new Error('A standing pause let a question go.');
}

describe('the pause', () => {
  it('does not stand at first, nor after four failures', () => {
    fail('upstream_timeout', 4);
    expect(readPause()).toBeNull();
  });

  it.each([
    ['upstream_auth', 30],
    ['upstream_forbidden', 30],
  ] as const)('stands after one %s for %d s', (code, seconds) => {
    fail(code);
    expect(readPause()).toEqual([code, seconds]);
    clock.advance(seconds - 1);
    expect(readPause()).toEqual([code, 1]);
    clock.advance(1);
    expect(readPause()).toBeNull();
  });

  it('stands for as long as a 429 asks', () => {
    fail('upstream_rate_limited', 1, 7);
    expect(readPause()).toEqual(['upstream_rate_limited', 7]);
  });

  it('stands after five failures in a row for 15 s, and twice as long each time its probe fails, to 60 s', () => {
    fail('upstream_timeout', 5);
    for (const seconds of [15, 30, 60, 60]) {
      expect(readPause()).toEqual(['upstream_timeout', seconds]);
      clock.advance(seconds);
      fail('upstream_timeout');
    }
  });

  it('is not set by failures with a success in between', () => {
    fail('upstream_timeout', 4);
    pause.begin().succeeded();
    fail('upstream_timeout', 4);
    expect(readPause()).toBeNull();
  });

  it('lets one probe go when its time has passed, while everybody else still waits', () => {
    fail('upstream_rate_limited', 1, 7);
    clock.advance(7);
    const probe = pause.begin();
    expect(readPause()).toEqual(['upstream_rate_limited', 1]);
    probe.succeeded();
    expect(readPause()).toBeNull();
    fail('upstream_timeout', 4);
    expect(readPause()).toBeNull();
  });

  it('is neither ended nor lengthened by questions that went before it stood', () => {
    const earlier = [1, 2, 3].map(() => pause.begin());
    fail('upstream_timeout', 5);
    earlier[0]?.failed(new Fault('upstream_timeout'));
    expect(readPause()).toEqual(['upstream_timeout', 15]);
    earlier[1]?.succeeded();
    expect(readPause()).toEqual(['upstream_timeout', 15]);
  });

  it('begins small again after it has ended', () => {
    fail('upstream_timeout', 5);
    clock.advance(15);
    fail('upstream_timeout');
    clock.advance(30);
    pause.begin().succeeded();
    fail('upstream_timeout', 5);
    expect(readPause()).toEqual(['upstream_timeout', 15]);
  });
});
