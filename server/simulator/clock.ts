import type { Clock } from '../clock.ts';

/** The simulator's time: runs like its base clock until it is set, frozen or advanced. All times in ms, UTC. */
export interface SettableClock extends Clock {
  readonly frozen: boolean;
  /** Jumps to an instant; a frozen clock stays frozen there, a running one runs on from there. */
  set(instant: number): void;
  /** Jumps by a difference, which may be negative. */
  advance(difference: number): void;
  freeze(): void;
  resume(): void;
}

/** A clock that starts at the base clock's own time. */
export function createSettableClock(base: Clock): SettableClock {
  let offset = 0;
  let frozenAt: number | null = null;

  const now = () => frozenAt ?? base.now() + offset;

  function set(instant: number): void {
    if (frozenAt === null) offset = instant - base.now();
    else frozenAt = instant;
  }

  return {
    now,
    set,
    get frozen() {
      return frozenAt !== null;
    },
    advance: (difference) => set(now() + difference),
    freeze() {
      frozenAt = now();
    },
    resume() {
      offset = now() - base.now();
      frozenAt = null;
    },
  };
}
