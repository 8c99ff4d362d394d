import type { RequestHandler } from 'express';
import { Fault } from './Fault.ts';

/** The requests that are being answered, and whether more are welcome. */
export interface Traffic {
  /** counts a request in and out; refuses it when the server is stopping */
  admit: RequestHandler;
  /** throws while the server is stopping */
  requireOpen(): void;
  /** refuses what comes from now on, and resolves when the last admitted request is answered */
  drain(): Promise<void>;
}

export function createTraffic(): Traffic {
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
      response.once('close', () => {
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
