import type { FailureCode } from '#contract/errors.ts';
import type { Clock } from '../clock.ts';
import { Fault } from '../http/Fault.ts';
import { isRefusal } from './codes.ts';

/** What one question must tell the pause in the end. */
interface Attempt {
  succeeded(): void;
  failed(fault: Fault): void;
}

export interface Pause {
  /** Before every question: throws the pause's Fault while it stands, else lets exactly this question go. */
  begin(): Attempt;
  /** whether nobody may ask now, a question that was let go before neither */
  stands(): boolean;
}

/** Credentials do not mend themselves in a moment: s */
const AFTER_REFUSAL = 30;
const AFTER_FAILURES = { inARow: 5, seconds: 15, mostSeconds: 60 };

/**
 * The one until-time that keeps this server from pressing a SignalWire that refuses, limits or fails. It is
 * set by 429 (for as long as that says), by 401 and 403, and by five failures in a row. When it has passed,
 * one question goes as a probe while the others still wait: its success ends the pause, its failure sets it anew.
 */
export function createPause(clock: Clock): Pause {
  let cause: FailureCode | null = null;
  /** ms of the clock's ticks: nobody may shorten or lengthen a pause by setting the machine's time */
  let until = 0;
  let isProbing = false;
  let failures = 0;
  /** s; how long the next run of failures pauses */
  let spell = AFTER_FAILURES.seconds;

  const stands = () => cause !== null && (isProbing || clock.ticks() < until);

  const set = (code: FailureCode, seconds: number) => {
    cause = code;
    until = Math.max(until, clock.ticks() + seconds * 1000);
  };

  const learn = (fault: Fault, wasProbe: boolean) => {
    failures += 1;
    if (fault.code === 'upstream_rate_limited') set(fault.code, fault.retryAfter ?? AFTER_REFUSAL);
    else if (isRefusal(fault.code)) set(fault.code, AFTER_REFUSAL);
    else if (wasProbe || (failures >= AFTER_FAILURES.inARow && cause === null)) {
      set(fault.code, spell);
      spell = Math.min(spell * 2, AFTER_FAILURES.mostSeconds);
    }
  };

  return {
    stands,
    begin() {
      if (cause !== null && stands()) {
        const retryAfter = Math.max(1, Math.ceil((until - clock.ticks()) / 1000));
        throw new Fault(cause, { paused: true, retryAfter });
      }
      const wasProbe = cause !== null;
      isProbing = wasProbe;
      return {
        succeeded() {
          failures = 0;
          if (!wasProbe) return;
          isProbing = false;
          cause = null;
          spell = AFTER_FAILURES.seconds;
        },
        failed(fault) {
          if (wasProbe) isProbing = false;
          learn(fault, wasProbe);
        },
      };
    },
  };
}
