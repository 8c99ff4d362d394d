import type { Logger } from 'pino';
import type { ListState } from '#contract/list.ts';
import type { Clock } from '../clock.ts';
import type { Pass, Walked } from './pass.ts';
import { createWalkState, isSureOfEnd, type WalkState, walk } from './walk.ts';
import type { ReadPage } from './walkPage.ts';

/** What of the list's state comes from its walks; `epoch`, `rev` and `nextChange` are the list's own. */
type WalkedState = Pick<
  ListState,
  'asOf' | 'whole' | 'loaded' | 'trouble' | 'waitingSince' | 'nextAt' | 'askableAt' | 'warnings' | 'dropped'
>;

export interface Refresh {
  /** a reader asks for the list: for two minutes from now it is walked again and again */
  asked(): void;
  /** somebody wants the list anew: a walk begins if one may; `askableAt` of the state says when */
  wish(): void;
  /** Somebody wants to see rows: settles once there are some, or once it is known why there are none. */
  firstRows(): Promise<void>;
  /** where the list stands now */
  state(): WalkedState;
  /** from now on nothing more is asked or taken in */
  close(): void;
}

/** Runs a step after some ms, and answers how to prevent that. */
type SetTimer = (step: () => void, ms: number) => () => void;

export interface RefreshOptions {
  readPage: ReadPage;
  list: Walked;
  clock: Clock;
  log: Logger;
  /** from the beginning of one walk to that of the next, at the least */
  refreshSeconds: number;
  /** how long an answer of SignalWire counts as fresh: no walk reads a page that the walk before it read */
  cacheSeconds: number;
  /** conferences that are kept at the most */
  mostRows: number;
  setTimer?: SetTimer;
}

/** How long the list is walked after a reader last asked, ms */
const WATCHED_FOR = 2 * 60_000;

/** Keeps no process alive. */
const setQuietTimer: SetTimer = (step, ms) => {
  const timer = setTimeout(step, ms).unref();
  return () => clearTimeout(timer);
};

/**
 * Decides when walks begin: one at a time, only while somebody looks, no sooner than a while after the last one
 * began, and then only when as much time has passed since its end as it took, so that a slow SignalWire is
 * asked half of the time at the most. A walk that failed is followed by the next by the same rule.
 */
export function createRefresh(options: RefreshOptions): Refresh {
  const { readPage, list, clock, log, refreshSeconds, cacheSeconds, mostRows } = options;
  const { setTimer = setQuietTimer } = options;
  const toWall = createWallClock(clock);
  const toWallOrNull = (ticks: number | null) => (ticks === null ? null : toWall(ticks));
  const stop = new AbortController();
  const first = Promise.withResolvers<void>();

  // All moments are ms of the clock's ticks: what is waited for does not change when somebody sets the time.
  let watchedUntil = Number.NEGATIVE_INFINITY;
  /** when the next walk may begin by itself, and when at somebody's wish */
  let dueAt = clock.ticks();
  let allowedAt = clock.ticks();
  let cancelTimer = () => {};

  let underway: { loaded: number; waitingSince: number | null } | null = null;
  let last: { pass: Pass; end: WalkState } | null = null;
  let whole = false;
  let asOf: number | null = null;
  let trouble: ListState['trouble'] = null;
  let warnings: ListState['warnings'] = [];
  let dropped = 0;

  const begin = async () => {
    const beganAt = clock.ticks();
    const progress: NonNullable<typeof underway> = { loaded: 0, waitingSince: null };
    underway = progress;
    // Until the list was whole once, a walk goes on where the one before it broke off: it may be a long one.
    const goesOn = last?.end.phase === 'failed' && last.end.loaded > 0 && !whole;
    const { pass, end: from } =
      last !== null && goesOn ? last : { pass: list.beginPass(), end: createWalkState(list.size === 0) };
    progress.loaded = from.loaded;
    const end = await walk(
      {
        async readPage(query) {
          progress.waitingSince = clock.ticks();
          try {
            return await readPage(query);
          } finally {
            progress.waitingSince = null;
          }
        },
        pass,
        mostRows,
        signal: stop.signal,
        report: (loaded) => {
          progress.loaded = loaded;
          if (list.size > 0) first.resolve();
        },
      },
      from,
    );
    if (end.phase === 'stopped') return;
    underway = null;
    last = { pass, end };
    settle(end, beganAt);
    first.resolve();
    check();
  };

  const settle = (end: WalkState, beganAt: number) => {
    const endedAt = clock.ticks();
    const took = endedAt - beganAt;
    const pauseEndsAt = endedAt + (end.fault?.retryAfter ?? 0) * 1000;
    allowedAt = Math.max(endedAt + cacheSeconds * 1000, pauseEndsAt);
    dueAt = Math.max(beganAt + refreshSeconds * 1000, endedAt + took, allowedAt);
    const line = { ms: Math.round(took), rows: list.size, warnings: end.warnings, dropped: end.dropped };
    if (end.fault !== null) {
      const { code, cause } = end.fault;
      trouble = { code, since: trouble?.since ?? endedAt };
      // What SignalWire did wrong stands in the line of its flight.
      if (code === 'internal') log.error({ ...line, code, err: cause }, 'walk');
      else log.warn({ ...line, code }, 'walk');
      return;
    }
    log.info(line, 'walk');
    trouble = null;
    ({ warnings, dropped } = end);
    whole = true;
    // A walk that is not sure of its end may still have seen all that is in the list.
    const sawAll = isSureOfEnd(end) || warnings.includes('limit') || end.loaded >= list.size;
    if (sawAll) asOf = end.oldest;
  };

  /** Begins the next walk if it is due and somebody looks, or comes back when it will be. */
  const check = () => {
    cancelTimer();
    const now = clock.ticks();
    if (underway !== null || stop.signal.aborted || now >= watchedUntil) return;
    if (now >= dueAt) void begin();
    else cancelTimer = setTimer(check, dueAt - now);
  };

  const asked = () => {
    watchedUntil = clock.ticks() + WATCHED_FOR;
    check();
  };

  return {
    asked,
    wish() {
      asked();
      const isAllowed = underway === null && !stop.signal.aborted && clock.ticks() >= allowedAt;
      if (isAllowed) void begin();
    },
    firstRows() {
      asked();
      return first.promise;
    },
    state: () => ({
      asOf: toWallOrNull(asOf),
      whole,
      loaded: underway?.loaded ?? null,
      trouble: trouble === null ? null : { code: trouble.code, since: toWall(trouble.since) },
      waitingSince: toWallOrNull(underway?.waitingSince ?? null),
      nextAt: underway === null ? toWall(dueAt) : null,
      askableAt: underway === null ? toWall(allowedAt) : null,
      warnings,
      dropped,
    }),
    close() {
      stop.abort();
      cancelTimer();
      first.resolve();
    },
  };
}

/**
 * Tells ticks as time: one moment as the same ms whenever it is told, until somebody sets the clock by a second
 * or more.
 */
function createWallClock(clock: Clock): (ticks: number) => number {
  let offset = clock.now() - clock.ticks();
  return function toWall(ticks) {
    const measured = clock.now() - clock.ticks();
    if (Math.abs(measured - offset) >= 1000) offset = measured;
    return Math.round(ticks + offset);
  };
}
