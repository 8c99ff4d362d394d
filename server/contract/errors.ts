/** One entry of SignalWire's 422 body (schema `Types.StatusCodes.RestApiErrorItem`). */
export interface RestApiErrorItem {
  type: string;
  code: string;
  message: string;
  /** the query parameter that is to blame; null when none is */
  attribute: string | null;
  /** documentation of the error */
  url: string;
}

/** The body of every 422, SignalWire's and Callboard's alike. */
export interface InvalidParameters {
  errors: RestApiErrorItem[];
}

/** Why Callboard could not answer. The page has a sentence for each: add one there when you add one here. */
export type FailureCode =
  | 'upstream_auth'
  | 'upstream_forbidden'
  | 'upstream_not_found'
  | 'upstream_rate_limited'
  | 'upstream_unavailable'
  | 'upstream_unreachable'
  | 'upstream_tls'
  | 'upstream_timeout'
  | 'upstream_truncated'
  | 'upstream_encoding'
  | 'upstream_not_json'
  | 'upstream_content_type'
  | 'upstream_shape'
  | 'upstream_malformed'
  | 'upstream_unexpected_status'
  | 'upstream_redirect'
  | 'upstream_too_large'
  | 'too_many_questions'
  | 'not_found'
  | 'not_loaded_yet'
  | 'method_not_allowed'
  | 'bad_request'
  | 'headers_too_large'
  | 'request_timeout'
  | 'forbidden_host'
  | 'cross_site'
  | 'expectation_failed'
  | 'stopping'
  | 'loading'
  | 'no_page'
  | 'sign_in_required'
  | 'signed_out'
  | 'forbidden'
  | 'internal';

/** The body of `POST /api/faults`: a part of the page that threw while it was drawn. */
export interface PageFault {
  /** which part, as the page calls it: "list", "drawer" */
  part: string;
  message: string;
  /** "" when the browser gave none */
  stack: string;
}

/** The body of every failure that is not a 422. */
export interface Failure {
  error: {
    code: FailureCode;
    /** one calm sentence for people */
    message: string;
    /** whether asking again may help */
    retryable: boolean;
    /** seconds until asking again may help; null when unknown */
    retryAfter: number | null;
    /** stands in the server's log too */
    requestId: string;
  };
}
