import type { FailureCode, RestApiErrorItem } from '#contract/errors.ts';

interface FaultDetails {
  /** seconds until asking again may help */
  retryAfter?: number;
  /** true: SignalWire was not even asked, because an earlier failure told us to wait */
  paused?: boolean;
  /** why, for the log alone */
  cause?: unknown;
}

/** The one error that this server throws on purpose; http/errors.ts alone answers it. */
export class Fault extends Error {
  readonly code: FailureCode;
  readonly retryAfter: number | null;
  readonly paused: boolean;

  constructor(code: FailureCode, { retryAfter, paused = false, cause }: FaultDetails = {}) {
    super(code, { cause });
    this.name = 'Fault';
    this.code = code;
    this.retryAfter = retryAfter ?? null;
    this.paused = paused;
  }
}

/** A query that cannot be answered, said in SignalWire's own words (422). */
export class InvalidQuery extends Error {
  readonly errors: readonly RestApiErrorItem[];

  constructor(errors: readonly RestApiErrorItem[]) {
    super('invalid query');
    this.name = 'InvalidQuery';
    this.errors = errors;
  }
}
