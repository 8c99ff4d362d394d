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

/** A clock that starts at the base clock's own time. Set ahead, its ticks pass too; set back, they stay. */
export function createSettableClock(base: Clock): SettableClock {
  let offset = 0;
  let frozenAt: number | null = null;
  /** what the ticks are ahead of the base clock's, and where they stand while frozen */
  let ahead = 0;
  let ticksAt = 0;

  const now = () => frozenAt ?? base.now() + offset;
  const ticks = () => ahead + (frozenAt === null ? base.ticks() : ticksAt);

  function set(instant: number): void {
    ahead += Math.max(0, instant - now());
    if (frozenAt === null) offset = instant - base.now();
    else frozenAt = instant;
  }

  return {
    now,
    ticks,
    set,
    get frozen() {
      return frozenAt !== null;
    },
    advance: (difference) => set(now() + difference),
    freeze() {
      if (frozenAt === null) ticksAt = base.ticks();
      frozenAt = now();
    },
    resume() {
      if (frozenAt !== null) ahead += ticksAt - base.ticks();
      offset = now() - base.now();
      frozenAt = null;
    },
  };
}
