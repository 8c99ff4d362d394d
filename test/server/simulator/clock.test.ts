import { describe, expect, test } from 'vitest';
import { createSettableClock } from '../../../server/simulator/clock.ts';
import { startSimulator } from '../../support/simulator.ts';

const HOUR = 3_600_000;
const QUERY = '?include_active_session=true&page_size=1000';

describe('the settable clock', () => {
  test('runs with its base, can jump, stand still and run on from there', () => {
    let machine = 1000;
    const clock = createSettableClock({ now: () => machine, ticks: () => machine });
    machine += 5;
    expect(clock.now()).toBe(1005);
    clock.set(50_000);
    machine += 5;
    expect(clock.now()).toBe(50_005);
    clock.advance(-5);
    clock.freeze();
    machine += 100;
    expect(clock.now()).toBe(50_000);
    clock.advance(10);
    expect(clock.now()).toBe(50_010);
    clock.resume();
    machine += 1;
    expect(clock.now()).toBe(50_011);
  });
});

test('ticks of the settable clock pass with its base and with every jump ahead, and never go back', () => {
  let machine = 0;
  const clock = createSettableClock({ now: () => 5 + machine, ticks: () => machine });
  clock.advance(100);
  machine += 10;
  expect(clock.ticks()).toBe(110);
  clock.set(0);
  expect(clock.ticks()).toBe(110);
  clock.freeze();
  machine += 1000;
  expect(clock.ticks()).toBe(110);
  clock.advance(5);
  clock.resume();
  machine += 1;
  expect(clock.ticks()).toBe(116);
});

describe('as time passes', () => {
  test('sessions begin and end, and the same instant always gives the same bytes', async () => {
    const { simulator, ask } = await startSimulator();
    simulator.clock.freeze();
    simulator.clock.set(Date.UTC(2026, 2, 2, 9, 7));
    const textNow = async () => (await ask(QUERY)).text();
    const liveIn = (text: string) => new Set(text.match(/"start_time":"[^"]+"/g));

    const before = await textNow();
    simulator.clock.advance(3 * HOUR);
    const after = await textNow();
    expect([...liveIn(after)].filter((session) => !liveIn(before).has(session))).not.toEqual([]);
    expect([...liveIn(before)].filter((session) => !liveIn(after).has(session))).not.toEqual([]);
    simulator.clock.advance(-3 * HOUR);
    expect(await textNow()).toBe(before);
  });

  test('nothing changes from one second to the next while no session begins or ends', async () => {
    const { simulator, ask } = await startSimulator({ conferences: 0 });
    simulator.clock.freeze();
    simulator.startSession(simulator.add());
    const first = await (await ask(QUERY)).text();
    simulator.clock.advance(40_000);
    expect(await (await ask(QUERY)).text()).toBe(first);
  });

  test('a window that is long over makes way for the next one', async () => {
    const { simulator, askPage } = await startSimulator();
    simulator.clock.freeze();
    simulator.clock.set(Date.UTC(2031, 6, 1));
    const { data } = await askPage('?page_size=1000');
    const ahead = data.filter(({ join_from }) => Date.parse(String(join_from)) > simulator.clock.now());
    expect(ahead.length).toBeGreaterThan(100);
    expect(data.every(({ updated_at }) => Date.parse(String(updated_at)) <= simulator.clock.now())).toBe(
      true,
    );
  });

  test('two simulators with the same seed agree, others do not', async () => {
    const noon = { now: () => Date.UTC(2026, 2, 2, 12), ticks: () => 0 };
    const textOf = async (seed: number) => {
      const { ask } = await startSimulator({ seed, clock: noon, quirks: { links: 'relative' } });
      const text = await (await ask(QUERY)).text();
      return text.replaceAll(/127\.0\.0\.1:\d+/g, 'host');
    };
    expect(await textOf(3)).toBe(await textOf(3));
    expect(await textOf(3)).not.toBe(await textOf(4));
  });
});

describe('at any instant', () => {
  test.each([0, 5.3, 11, 16.8, 23.9, 24 * 40 + 3])('%s hours on, the board is alive', async (hours) => {
    const { simulator, askPage } = await startSimulator({ conferences: 960 });
    simulator.clock.freeze();
    simulator.clock.set(Date.UTC(2026, 2, 2) + hours * HOUR);
    const now = simulator.clock.now();
    const { data } = await askPage(QUERY);
    const rows = data.map(({ join_from, join_until, active_session }) => ({
      from: join_from === null ? -Infinity : Date.parse(String(join_from)),
      until: join_until === null ? Infinity : Date.parse(String(join_until)),
      live: Object(active_session).status === 'in-progress',
    }));
    const count = (test: (row: (typeof rows)[number]) => boolean) => rows.filter(test).length;

    const live = count((row) => row.live);
    expect(live / rows.length).toBeGreaterThan(0.02);
    expect(live / rows.length).toBeLessThan(0.07);
    expect(count((row) => row.live && row.until < now)).toBeGreaterThan(2);
    expect(count((row) => !row.live && row.from <= now && row.until >= now)).toBeGreaterThan(8);
    expect(count((row) => row.from > now && row.from < now + HOUR)).toBeGreaterThan(8);
    expect(count((row) => row.from > now + 7 * 24 * HOUR)).toBeGreaterThan(20);
    expect(count((row) => row.until < now)).toBeGreaterThan(100);
    expect(count((row) => row.from === -Infinity && row.until === Infinity)).toBeGreaterThan(5);
  });
});
