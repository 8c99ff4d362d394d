import type { FailureCode, RestApiErrorItem } from '#contract/errors.ts';
import type { Clock } from '../clock.ts';
import { Fault, InvalidQuery } from '../http/Fault.ts';
import type { Answer } from './flight.ts';
import { readRetryAfter } from './retryAfter.ts';

const STATUSES: Readonly<Record<number, FailureCode>> = {
  304: 'upstream_unexpected_status',
  401: 'upstream_auth',
  403: 'upstream_forbidden',
  404: 'upstream_not_found',
};

/** Throws what any status but 200 means: decided on the status alone, for bodies differ and lie. */
export function requireSuccess(
  { status, headers, body }: Answer,
  clock: Clock,
  readRefusal: (body: Buffer) => RestApiErrorItem[],
): void {
  if (status === 200) return;
  if (status === 400 || status === 422) throw new InvalidQuery(readRefusal(body));
  if (status === 429)
    throw new Fault('upstream_rate_limited', { retryAfter: readRetryAfter(headers, clock.now()) });
  throw new Fault(STATUSES[status] ?? toFamily(status), { cause: `SignalWire answered ${status}` });
}

function toFamily(status: number): FailureCode {
  if (status >= 500) return 'upstream_unavailable';
  if (status >= 300 && status < 400) return 'upstream_redirect';
  return 'upstream_unexpected_status';
}
