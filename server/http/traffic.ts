import type { RequestHandler } from 'express';
import type { Limits } from '../limits.ts';
import { Fault } from './Fault.ts';

/** The requests that are being answered, and whether more are welcome. */
export interface Traffic {
  /** counts a request in and out; refuses it when the server is stopping, cuts off who takes too long to read */
  admit: RequestHandler;
  /** throws while the server is stopping */
  requireOpen(): void;
  /** refuses what comes from now on, and resolves when the last admitted request is answered */
  drain(): Promise<void>;
}

/** `readerMs` bounds what a slow reader costs, however many bytes it takes now and then. */
export function createTraffic({ readerMs }: Pick<Limits, 'readerMs'>): Traffic {
  let open = true;
  let admitted = 0;
  const { promise: drained, resolve } = Promise.withResolvers<void>();

  const requireOpen = () => {
    if (!open) throw new Fault('stopping');
  };
  return {
    requireOpen,
    admit(_request, response, next) {
      if (!open) response.setHeader('Connection', 'close');
      requireOpen();
      admitted += 1;
      const cut = setTimeout(() => response.destroy(), readerMs);
      response.once('close', () => {
        clearTimeout(cut);
        admitted -= 1;
        if (!open && admitted === 0) resolve();
      });
      next();
    },
    drain() {
      open = false;
      if (admitted === 0) resolve();
      return drained;
    },
  };
}
