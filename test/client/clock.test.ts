import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

const NOON = Date.UTC(2026, 10, 23, 12);
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** What the two clocks of the browser show. */
let wall = NOON;
let steady = 0;

/** Time goes by for both. */
function pass(ms: number) {
  wall += ms;
  steady += ms;
}

let clock: typeof import('../../client/clock.ts');

/** An answer of the server, which shows a time of its own, after `trip` ms. */
function answer(server: number, trip = 20) {
  const asked = clock.readMoment();
  pass(trip);
  clock.learnServerTime(server, asked, clock.readMoment());
}

beforeEach(async () => {
  [wall, steady] = [NOON, 5_000];
  vi.spyOn(Date, 'now').mockImplementation(() => wall);
  vi.spyOn(performance, 'now').mockImplementation(() => steady);
  vi.resetModules();
  clock = await import('../../client/clock.ts');
});
afterEach(() => vi.restoreAllMocks());

describe('the page’s time', () => {
  it('is the browser’s until the server has answered', () => {
    expect(clock.readClock()).toBe(NOON);
  });

  it.each([
    ['ahead', 14 * MINUTE],
    ['behind', -14 * MINUTE],
  ])('is the server’s where the browser’s clock is %s', (_, off) => {
    wall = NOON + off;
    answer(NOON + 10);
    pass(MINUTE);
    expect(clock.readClock()).toBe(NOON + 20 + MINUTE);
  });

  it('goes on as before when somebody sets the clock back', () => {
    answer(NOON);
    wall -= 2 * HOUR;
    pass(MINUTE);
    expect(clock.readClock()).toBeCloseTo(NOON + MINUTE, -2);
  });

  it('follows the clock over a sleep in which the steady one stood still', () => {
    answer(NOON);
    wall += HOUR;
    expect(clock.readClock()).toBeCloseTo(NOON + HOUR, -2);
  });

  it('is right again with the next answer when somebody set the clock to a later time', () => {
    answer(NOON);
    wall += HOUR;
    clock.readClock();
    answer(NOON + 30);
    expect(clock.readClock()).toBeCloseTo(NOON + 40, -2);
  });

  it.each([
    ['both clocks', () => pass(3 * HOUR)],
    [
      'the wall alone',
      () => {
        wall += 3 * HOUR;
      },
    ],
  ])('learns nothing from an answer that was hours on its way by %s', (_, sleep) => {
    const asked = clock.readMoment();
    sleep();
    clock.learnServerTime(NOON, asked, clock.readMoment());
    expect(clock.readClock()).toBe(NOON + 3 * HOUR);
  });

  it('does not take a slow way for another time', () => {
    answer(NOON + 6_000, 8_000);
    expect(clock.readClock()).toBe(NOON + 8_000);
  });

  it('tells those who wait for it that the browser was asleep', () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const woke = vi.fn();
    const stop = clock.onWake(woke);
    vi.advanceTimersByTime(1_000);
    expect(woke).not.toHaveBeenCalled();
    wall += HOUR;
    vi.advanceTimersByTime(1_000);
    expect(woke).toHaveBeenCalledTimes(1);
    stop();
    vi.useRealTimers();
  });
});
