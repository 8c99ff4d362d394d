import { ApiError } from './ApiError.ts';

/** What a failure means to the person at the board, and what to do next. */
export interface Explanation {
  title: string;
  /** what to do next; never empty */
  advice: string;
  /** who must act: the reader by asking again, by loading the page anew or by signing in, or an administrator */
  remedy: 'retry' | 'reload' | 'sign_in' | 'administrator';
}

const credentials =
  'An administrator should check SIGNALWIRE_PROJECT_ID and SIGNALWIRE_API_TOKEN, and that the token has the Video scope.';
const report = 'Ask again; if it stays, an administrator finds the reason in the server’s log.';

const EXPLANATIONS: Record<ApiError['code'], Explanation> = {
  offline: {
    title: 'The board’s server does not answer',
    advice: 'Check your connection. The board comes back by itself as soon as the server does.',
    remedy: 'retry',
  },
  invalid: {
    title: 'SignalWire does not accept this question',
    advice: 'Change or clear the date range.',
    remedy: 'retry',
  },
  sign_in: {
    title: 'Something in between wants you to sign in',
    advice: 'Reload the page: your view is in its address.',
    remedy: 'reload',
  },
  not_loaded: {
    title: 'A part of the page could not be loaded',
    advice: 'The board’s server does not answer, or it was updated meanwhile.',
    remedy: 'reload',
  },
  upstream_auth: {
    title: 'SignalWire refuses the credentials',
    advice: credentials,
    remedy: 'administrator',
  },
  upstream_forbidden: {
    title: 'SignalWire refuses the credentials',
    advice: credentials,
    remedy: 'administrator',
  },
  upstream_not_found: {
    title: 'There is no such SignalWire space',
    advice: 'An administrator should check SIGNALWIRE_SPACE.',
    remedy: 'administrator',
  },
  upstream_rate_limited: {
    title: 'SignalWire asks the board to slow down',
    advice: 'The board waits as long as it was told to and then goes on by itself.',
    remedy: 'retry',
  },
  upstream_unavailable: {
    title: 'SignalWire has a failure of its own',
    advice: 'The board keeps trying; SignalWire’s status page may know more.',
    remedy: 'retry',
  },
  upstream_unreachable: {
    title: 'SignalWire cannot be reached',
    advice: 'The board keeps trying; check the server’s network if it stays.',
    remedy: 'retry',
  },
  upstream_tls: {
    title: 'The connection to SignalWire is not trusted',
    advice: 'An administrator should check the certificate that the server sees, and any proxy in between.',
    remedy: 'administrator',
  },
  upstream_timeout: { title: 'SignalWire took too long', advice: 'The board keeps trying.', remedy: 'retry' },
  upstream_truncated: { title: 'SignalWire’s answer broke off', advice: report, remedy: 'retry' },
  upstream_encoding: { title: 'SignalWire’s answer cannot be unpacked', advice: report, remedy: 'retry' },
  upstream_not_json: { title: 'SignalWire’s answer cannot be read', advice: report, remedy: 'retry' },
  upstream_content_type: { title: 'SignalWire’s answer cannot be read', advice: report, remedy: 'retry' },
  upstream_shape: { title: 'SignalWire’s answer is not a list', advice: report, remedy: 'retry' },
  upstream_malformed: { title: 'SignalWire’s answer cannot be read', advice: report, remedy: 'retry' },
  upstream_unexpected_status: {
    title: 'SignalWire answered something unexpected',
    advice: report,
    remedy: 'retry',
  },
  upstream_redirect: {
    title: 'SignalWire sends the board elsewhere',
    advice: 'The board follows no redirects. An administrator should check SIGNALWIRE_SPACE.',
    remedy: 'administrator',
  },
  upstream_too_large: { title: 'SignalWire’s answer is too large', advice: report, remedy: 'retry' },
  not_loaded_yet: {
    title: 'The list is still being loaded',
    advice: 'The board looks again by itself.',
    remedy: 'retry',
  },
  too_many_questions: {
    title: 'Too many different questions at once',
    advice: 'The board goes on by itself in a moment.',
    remedy: 'retry',
  },
  not_found: {
    title: 'The board’s server does not know this address',
    advice: 'Reload the page.',
    remedy: 'reload',
  },
  method_not_allowed: {
    title: 'The board’s server refused the request',
    advice: 'Reload the page.',
    remedy: 'reload',
  },
  bad_request: {
    title: 'The board’s server refused the request',
    advice: 'Reload the page.',
    remedy: 'reload',
  },
  headers_too_large: {
    title: 'This question is too long for the board’s server',
    advice: 'Remove some of the filters.',
    remedy: 'retry',
  },
  request_timeout: {
    title: 'The question took too long to reach the board’s server',
    advice: 'Check your connection and ask again.',
    remedy: 'retry',
  },
  forbidden_host: {
    title: 'The board does not answer to this host name',
    advice: 'An administrator should add it to ALLOWED_HOSTS.',
    remedy: 'administrator',
  },
  cross_site: {
    title: 'Another site asked for this board',
    advice: 'Open the board by itself.',
    remedy: 'retry',
  },
  expectation_failed: {
    title: 'The board’s server refused the request',
    advice: 'Reload the page.',
    remedy: 'reload',
  },
  sign_in_required: {
    title: 'Your session has ended',
    advice: 'What you see stays. Sign in, and you come back to it.',
    remedy: 'sign_in',
  },
  forbidden: {
    title: 'You may not do that',
    advice: 'An administrator of the board can.',
    remedy: 'administrator',
  },
  loading: {
    title: 'The list is still being loaded',
    advice: 'This usually takes a few seconds.',
    remedy: 'retry',
  },
  no_page: {
    title: 'The board’s server has no page',
    advice: 'Build it: npm run build.',
    remedy: 'administrator',
  },
  stopping: {
    title: 'The board’s server is restarting',
    advice: 'The board comes back by itself.',
    remedy: 'retry',
  },
  internal: { title: 'The board’s server made a mistake', advice: report, remedy: 'retry' },
};

/** Explains the code of a failure, as a header carries it; an unknown one is nothing the page can name. */
export function explainCode(code: string | null): Explanation {
  return isCode(code) ? EXPLANATIONS[code] : EXPLANATIONS.internal;
}

function isCode(code: string | null): code is ApiError['code'] {
  return code !== null && Object.hasOwn(EXPLANATIONS, code);
}

/** Explains anything that was thrown while asking; what is no ApiError is a mistake of the page itself. */
export function explain(error: unknown): Explanation {
  if (error instanceof ApiError) return explainCode(error.code);
  return {
    title: 'The page made a mistake',
    advice: 'Reload the page; your view is in its address.',
    remedy: 'reload',
  };
}
