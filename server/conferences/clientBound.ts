import { LRUCache } from 'lru-cache';
import type { Clock } from '../clock.ts';
import { Fault } from '../http/Fault.ts';
import type { Limits } from '../limits.ts';

/** Counts what each client makes this server ask. */
export interface ClientBound {
  /** Counts one more question for a client, by its address. Throws `too_many_questions` when it has none left. */
  take(client: string): void;
}

/** More than these, and those that have asked nothing for longest are forgotten: they may most likely ask again anyway. */
const MOST_CLIENTS = 10_000;

/**
 * A client has `clientQuestions` new questions to SignalWire at once, and gets them back evenly over a minute.
 * What is answered from a kept page costs nothing, nor does joining a question that is underway.
 */
export function createClientBound(
  { clientQuestions }: Pick<Limits, 'clientQuestions'>,
  clock: Clock,
): ClientBound {
  const clients = new LRUCache<string, { left: number; at: number }>({ max: MOST_CLIENTS });
  const perMs = clientQuestions / 60_000;

  return {
    take(client) {
      const now = clock.ticks();
      const known = clients.get(client) ?? { left: clientQuestions, at: now };
      const left = Math.min(clientQuestions, known.left + (now - known.at) * perMs);
      if (left < 1) {
        const retryAfter = Math.ceil((1 - left) / perMs / 1000);
        throw new Fault('too_many_questions', { retryAfter });
      }
      clients.set(client, { left: left - 1, at: now });
    },
  };
}
