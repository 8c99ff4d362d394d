import { expect, onTestFinished, vi } from 'vitest';
import { createLog } from '../../server/http/log.ts';
import type { Walked } from '../../server/list/pass.ts';
import { createRefresh, type Refresh, type RefreshOptions } from '../../server/list/refresh.ts';
import type { ReadPage } from '../../server/list/walkPage.ts';
import { createHandClock, type HandClock } from './clock.ts';

/** A refresh whose time a test moves by hand. */
export interface HandRefresh<List> {
  refresh: Refresh;
  list: List;
  clock: HandClock;
  /** time passes, and a walk that is due begins: s */
  pass(seconds: number): void;
  /** whether a timer waits */
  isWaiting(): boolean;
  /** resolves when no walk is under way */
  settled(): Promise<void>;
  /** time passes, and the walk that begins with it comes to its end: s */
  walkAfter(seconds: number): Promise<void>;
  /** what was logged so far */
  readLog(): string;
}

type HandOptions<List> = Partial<Omit<RefreshOptions, 'list' | 'clock'>> & { list: List; clock?: HandClock };

export function startRefresh<List extends Walked>(
  readPage: ReadPage,
  { list, clock = createHandClock(), ...options }: HandOptions<List>,
): HandRefresh<List> {
  const lines: string[] = [];
  let timer: { step: () => void; at: number } | null = null;
  const refresh = createRefresh({
    readPage,
    list,
    clock,
    log: createLog({ level: 'debug', secrets: [], output: { write: (line) => lines.push(line) } }),
    refreshSeconds: 15,
    cacheSeconds: 5,
    mostRows: 200_000,
    setTimer(step, ms) {
      timer = { step, at: clock.ticks() + ms };
      return () => {
        timer = null;
      };
    },
    ...options,
  });
  onTestFinished(() => refresh.close());

  const pass = (seconds: number) => {
    clock.advance(seconds);
    if (timer === null || timer.at > clock.ticks()) return;
    const { step } = timer;
    timer = null;
    step();
  };
  // Not an expectation that fails until it is met: to write down each failure takes longer than the walk.
  const settled = async () => {
    await vi.waitUntil(() => refresh.state().loaded === null, { interval: 2, timeout: 20_000 });
  };

  return {
    refresh,
    list,
    clock,
    pass,
    isWaiting: () => timer !== null,
    settled,
    async walkAfter(seconds) {
      pass(seconds);
      expect(refresh.state().loaded).not.toBeNull();
      await settled();
    },
    readLog: () => lines.join(''),
  };
}
