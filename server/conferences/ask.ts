import { setTimeout as wait } from 'node:timers/promises';
import type { Logger } from 'pino';
import type { Clock } from '../clock.ts';
import type { Limits } from '../config.ts';
import { Fault, InvalidQuery } from '../http/Fault.ts';
import { isWorthRetry } from './faults.ts';
import type { Flights } from './flight.ts';
import { createPause } from './pause.ts';
import { type Reply, readReply } from './reply.ts';
import { requireSuccess } from './status.ts';

/** Asks SignalWire for one page; `ahead` says that nobody waits for it yet. Throws a Fault or an InvalidQuery. */
export type Ask = (canonicalQuery: string, ahead: boolean) => Promise<Reply>;

export interface AskOptions {
  fly: Flights['fly'];
  limits: Limits;
  clock: Clock;
  log: Logger;
}

/** One question is one flight, or two: the second within the first one's deadline. */
export function createAsk({ fly, limits, clock, log }: AskOptions): Ask {
  const pause = createPause(clock);

  const askOnce = async (canonicalQuery: string, mostMs: number): Promise<Reply> => {
    const answer = await fly(canonicalQuery, mostMs);
    requireSuccess(answer, clock);
    return readReply(answer);
  };

  return async function ask(canonicalQuery, ahead) {
    const attempt = pause.begin();
    const begun = performance.now();
    const leftMs = () => limits.totalMs - (performance.now() - begun);
    let attempts = 1;
    const write = (result: { code: string; err?: unknown } | { bytes: number; dropped: number }) => {
      const line = { ahead, attempts, ms: Math.round(performance.now() - begun), ...result };
      if ('err' in result) log.warn(line, 'flight');
      else log.info(line, 'flight');
    };
    try {
      const reply = await askOnce(canonicalQuery, leftMs()).catch(async (error: unknown) => {
        if (!(error instanceof Fault && isWorthRetry(error.code))) throw error;
        // A little later, and not all servers at the same moment.
        await wait(100 + Math.random() * 200);
        if (leftMs() <= 0 || pause.stands()) throw error;
        attempts = 2;
        return askOnce(canonicalQuery, leftMs());
      });
      attempt.succeeded();
      write({ bytes: reply.json.length, dropped: reply.dropped });
      return reply;
    } catch (error) {
      if (error instanceof InvalidQuery) {
        // SignalWire refused the query, not us: it is well.
        attempt.succeeded();
        write({ code: 'invalid' });
        throw error;
      }
      const fault = error instanceof Fault ? error : new Fault('internal', { cause: error });
      attempt.failed(fault);
      write({ code: fault.code, err: fault.cause });
      throw fault;
    }
  };
}
