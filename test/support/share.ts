import { onTestFinished } from 'vitest';
import type { Clock } from '../../server/clock.ts';
import { createAnswerRedact } from '../../server/conferences/answerRedact.ts';
import { createAsk } from '../../server/conferences/askSignalWire.ts';
import { createClientBound } from '../../server/conferences/clientBound.ts';
import { createFlights } from '../../server/conferences/flight.ts';
import { createShare, type Share } from '../../server/conferences/share.ts';
import type { Upstream } from '../../server/config.ts';
import { createLog } from '../../server/http/log.ts';
import { DEFAULT_LIMITS, type Limits } from '../../server/limits.ts';

/** Everything between the walk and a server in SignalWire's place; its connections end with the test. */
export function startShare(upstream: Upstream, clock: Clock, short: Partial<Limits> = {}): Share {
  const limits = { ...DEFAULT_LIMITS, ...short };
  const flights = createFlights(upstream, limits);
  onTestFinished(() => flights.close());
  const log = createLog({ level: 'silent', secrets: [], output: { write: () => {} } });
  const redact = createAnswerRedact(upstream);
  const bound = createClientBound(limits, clock);
  return createShare({
    ask: createAsk({ fly: flights.fly, limits, clock, log, redact, bound }),
    clock,
    cacheSeconds: 5,
  });
}
