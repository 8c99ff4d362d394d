import type { FailureCode } from '#contract/errors.ts';

interface FailureFacts {
  status: number;
  /** one calm sentence for people; never what the upstream said, never a host, a path or a secret */
  message: string;
  /** whether asking the same again may help */
  retryable: boolean;
}

const ours = (status: number, message: string): FailureFacts => ({ status, message, retryable: false });
const unusable = (message: string): FailureFacts => ({ status: 502, message, retryable: true });

/** What each failure is over HTTP. */
export const FAILURES: Record<FailureCode, FailureFacts> = {
  upstream_auth: ours(502, 'SignalWire refused the credentials of this server.'),
  upstream_forbidden: ours(502, 'SignalWire refused the credentials of this server.'),
  upstream_not_found: ours(502, 'SignalWire knows no such list: SIGNALWIRE_SPACE may be wrong.'),
  upstream_rate_limited: {
    status: 503,
    message: 'SignalWire asked this server to slow down.',
    retryable: true,
  },
  upstream_unavailable: unusable('SignalWire answered with a failure of its own.'),
  upstream_unreachable: unusable('SignalWire could not be reached.'),
  upstream_tls: ours(502, 'The encrypted connection to SignalWire could not be trusted.'),
  upstream_timeout: { status: 504, message: 'SignalWire took too long to answer.', retryable: true },
  upstream_truncated: unusable('The answer of SignalWire broke off.'),
  upstream_encoding: unusable('The answer of SignalWire could not be unpacked.'),
  upstream_not_json: unusable('The answer of SignalWire was no JSON.'),
  upstream_content_type: unusable('The answer of SignalWire was of another kind than JSON.'),
  upstream_shape: unusable('The answer of SignalWire was no list of conferences.'),
  upstream_malformed: unusable('The answer of SignalWire was no proper HTTP.'),
  upstream_unexpected_status: unusable('SignalWire answered with an unexpected status.'),
  upstream_redirect: unusable('SignalWire sent this server elsewhere, and it does not follow.'),
  upstream_too_large: unusable('The answer of SignalWire was too large.'),
  too_many_questions: {
    status: 429,
    message: 'This address asked for too many different lists in a minute.',
    retryable: true,
  },
  not_found: ours(404, 'There is nothing at this address.'),
  not_loaded_yet: {
    status: 404,
    message: 'The list is still being loaded, and this is not in the part that is there.',
    retryable: true,
  },
  method_not_allowed: ours(405, 'This address does not take that method.'),
  bad_request: ours(400, 'The request could not be understood.'),
  headers_too_large: ours(431, 'The request has too many headers, or too long an address.'),
  request_timeout: ours(408, 'The request took too long to arrive.'),
  forbidden_host: ours(403, 'This server does not answer to that host name.'),
  cross_site: ours(403, 'Other sites may not read from this server.'),
  expectation_failed: ours(417, 'This server meets no expectations.'),
  sign_in_required: ours(401, 'You are not signed in, or your session has ended.'),
  signed_out: ours(401, 'You are not signed in.'),
  forbidden: ours(403, 'You may not do that.'),
  loading: { status: 503, message: 'The list is still being loaded.', retryable: true },
  no_page: ours(503, 'This server has no page to serve.'),
  stopping: { status: 503, message: 'This server is stopping.', retryable: true },
  internal: { status: 500, message: 'Something went wrong in this server.', retryable: true },
};

/** What else a page says of a failure that settings may have caused. */
export const ADVICE: Partial<Record<FailureCode, string>> = {
  not_found:
    'Where the board should be, an administrator compares BASE_PATH with the path in the settings of the proxy.',
  forbidden_host:
    'An administrator compares PUBLIC_URL with the address above, and looks whether the proxy passes the host name on. The log has the name that came.',
  cross_site:
    'When you came from the board itself, an administrator compares PUBLIC_URL with the address above: scheme, name and port must be the same. The log has both.',
  forbidden: 'An administrator of the board can.',
};
