import type { FailureCode, RestApiErrorItem } from '#contract/errors.ts';

interface ApiErrorDetails {
  /**
   * the server's code; `offline` when no server answered, `invalid` for a 422, `sign_in` when somebody else answered
   * in its place, `not_loaded` when code of the page itself could not be had
   */
  code: FailureCode | 'offline' | 'invalid' | 'sign_in' | 'not_loaded';
  message: string;
  /** seconds until asking again may help; null when unknown */
  retryAfter?: number | null;
  /** what a 422 says, parameter by parameter */
  errors?: readonly RestApiErrorItem[];
  /** stands in the server's log too */
  requestId?: string | null;
  cause?: unknown;
}

/** The one error of everything the page asks of its server. */
export class ApiError extends Error {
  readonly code: ApiErrorDetails['code'];
  readonly retryAfter: number | null;
  readonly errors: readonly RestApiErrorItem[];
  readonly requestId: string | null;

  constructor({ code, message, retryAfter, errors, requestId, cause }: ApiErrorDetails) {
    super(message, { cause });
    this.name = 'ApiError';
    this.code = code;
    this.retryAfter = retryAfter ?? null;
    this.errors = errors ?? [];
    this.requestId = requestId ?? null;
  }
}
