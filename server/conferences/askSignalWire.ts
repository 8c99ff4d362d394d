import { setTimeout as wait } from 'node:timers/promises';
import type { Logger } from 'pino';
import type { Clock } from '../clock.ts';
import { Fault, InvalidQuery } from '../http/Fault.ts';
import type { Limits } from '../limits.ts';
import { createTurns } from '../turns.ts';
import type { AnswerRedact } from './answerRedact.ts';
import type { ClientBound } from './clientBound.ts';
import { isWorthRetry } from './codes.ts';
import type { Answer, Flights } from './flight.ts';
import { type PackedPage, packReply } from './packed.ts';
import { createPause } from './pause.ts';
import { createReadRefusal } from './refusal.ts';
import { type Reply, type RowBytes, readReply } from './reply.ts';
import { requireSuccess } from './success.ts';

/** For whom SignalWire is asked. */
export interface OnBehalfOf {
  /** address of the client that caused the question; null for this server itself, which has no bound */
  client: string | null;
  /** nobody waits for it yet */
  ahead: boolean;
}

/** A page as it is kept, and its rows, which are not. */
export interface Asked {
  page: PackedPage;
  rows: readonly RowBytes[];
}

/** Asks SignalWire for one page. Throws a Fault or an InvalidQuery. */
export type Ask = (canonicalQuery: string, asker: OnBehalfOf) => Promise<Asked>;

export interface AskOptions {
  fly: Flights['fly'];
  limits: Limits;
  clock: Clock;
  log: Logger;
  redact: AnswerRedact;
  bound: ClientBound;
}

/** Ids that one line of the log names. */
const MOST_NAMED = 20;

/**
 * One question is one flight; after a failure that may pass, a second one within the first one's deadline. (A flight on a
 * dead connection asks anew by itself: the log's `attempts` do not count that.)
 */
export function createAsk({ fly, limits, clock, log, redact, bound }: AskOptions): Ask {
  const pause = createPause(clock);
  const readRefusal = createReadRefusal(limits, redact);

  // A large answer takes a good part of a second to read.
  const takeTurn = createTurns();

  const read = async (answer: Answer): Promise<[Reply, PackedPage]> => {
    await takeTurn();
    requireSuccess(answer, clock, readRefusal);
    const reply = readReply(answer, { limits, redact });
    return [reply, await packReply(reply)];
  };

  return async function ask(canonicalQuery, { client, ahead }) {
    // While the pause stands nobody is asked, and nobody has asked too much.
    if (client !== null && !pause.stands()) bound.take(client);
    const leave = pause.begin();
    const begun = performance.now();
    const leftMs = () => limits.totalMs - (performance.now() - begun);
    let attempts = 1;
    const write = (level: 'info' | 'warn', result: object) =>
      log[level]({ ahead, attempts, ms: Math.round(performance.now() - begun), ...result }, 'flight');
    try {
      const [reply, page] = await fly(canonicalQuery, leftMs(), read).catch(async (error: unknown) => {
        if (!(error instanceof Fault && isWorthRetry(error.code))) throw error;
        // A little later, and not all servers at the same moment.
        await wait(100 + Math.random() * 200);
        if (leftMs() <= 0 || pause.stands()) throw error;
        attempts = 2;
        return fly(canonicalQuery, leftMs(), read);
      });
      leave.succeeded();
      write('info', { bytes: page.plainBytes, dropped: page.dropped });
      if (reply.tooDeep.length > 0)
        log.warn(
          { ids: reply.tooDeep.slice(0, MOST_NAMED), rows: reply.tooDeep.length },
          'nested too deeply',
        );
      if (reply.redacted.length > 0)
        log.warn({ ids: reply.redacted.slice(0, MOST_NAMED), rows: reply.redacted.length }, 'held our token');
      return { page, rows: reply.rows };
    } catch (error) {
      if (error instanceof InvalidQuery) {
        // SignalWire refused the query, not us: it is well.
        leave.succeeded();
        write('info', { code: 'invalid' });
        throw error;
      }
      const fault = error instanceof Fault ? error : new Fault('internal', { cause: error });
      leave.failed(fault);
      write('warn', { code: fault.code, err: fault.cause });
      throw fault;
    }
  };
}
