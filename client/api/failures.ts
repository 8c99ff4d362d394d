import type { FailureCode } from '#contract/errors.ts';
import { ApiError } from './ApiError.ts';

/** What a failure means to the person at the board, and what to do next. */
export interface Explanation {
  title: string;
  /** what to do next; never empty */
  advice: string;
  /** who must act: the reader by asking again, by loading the page anew or by signing in, or an administrator */
  remedy: 'retry' | 'reload' | 'sign_in' | 'administrator';
}

const report = 'Ask again; if it stays, an administrator finds the reason in the server’s log.';

const again = (title: string, advice: string): Explanation => ({ title, advice, remedy: 'retry' });
const administrator = (title: string, advice: string): Explanation => ({
  title,
  advice,
  remedy: 'administrator',
});
const CREDENTIALS = administrator(
  'SignalWire refuses the credentials',
  'An administrator should check SIGNALWIRE_PROJECT_ID and SIGNALWIRE_API_TOKEN, and that the token has the Video scope.',
);
const UNREADABLE = again('SignalWire’s answer cannot be read', report);
const reload = (title: string, advice: string): Explanation => ({ title, advice, remedy: 'reload' });
const REFUSED = reload('The board’s server refused the request', 'Reload the page.');

const EXPLANATIONS: Record<ApiError['code'], Explanation> = {
  offline: again(
    'The board’s server does not answer',
    'Check your connection. The board comes back by itself as soon as the server does.',
  ),
  sign_in: reload(
    'Something in between wants you to sign in',
    'Reload the page: your view is in its address.',
  ),
  not_loaded: reload(
    'A part of the page could not be loaded',
    'The board’s server does not answer, or it was updated meanwhile.',
  ),
  invalid: again('This question cannot be answered', 'Change the part that is named, or clear the filters.'),
  upstream_auth: CREDENTIALS,
  upstream_forbidden: CREDENTIALS,
  upstream_not_found: administrator(
    'There is no such SignalWire space',
    'An administrator should check SIGNALWIRE_SPACE.',
  ),
  upstream_rate_limited: again(
    'SignalWire asks the board to slow down',
    'The board waits as long as it was told to and then goes on by itself.',
  ),
  upstream_unavailable: again(
    'SignalWire has a failure of its own',
    'The board keeps trying; SignalWire’s status page may know more.',
  ),
  upstream_unreachable: again(
    'SignalWire cannot be reached',
    'The board keeps trying; check the server’s network if it stays.',
  ),
  upstream_tls: administrator(
    'The connection to SignalWire is not trusted',
    'An administrator should check the certificate that the server sees, and any proxy in between.',
  ),
  upstream_timeout: again('SignalWire took too long', 'The board keeps trying.'),
  upstream_truncated: again('SignalWire’s answer broke off', report),
  upstream_encoding: again('SignalWire’s answer cannot be unpacked', report),
  upstream_not_json: UNREADABLE,
  upstream_content_type: UNREADABLE,
  upstream_shape: again('SignalWire’s answer is not a list', report),
  upstream_malformed: UNREADABLE,
  upstream_unexpected_status: again('SignalWire answered something unexpected', report),
  upstream_redirect: administrator(
    'SignalWire sends the board elsewhere',
    'The board follows no redirects. An administrator should check SIGNALWIRE_SPACE.',
  ),
  upstream_too_large: again('SignalWire’s answer is too large', report),
  not_loaded_yet: again('The list is still being loaded', 'The board looks again by itself.'),
  too_many_questions: again(
    'Too many different questions at once',
    'The board goes on by itself in a moment.',
  ),
  not_found: reload('The board’s server does not know this address', 'Reload the page.'),
  method_not_allowed: REFUSED,
  bad_request: REFUSED,
  headers_too_large: again('This question is too long for the board’s server', 'Remove some of the filters.'),
  request_timeout: again(
    'The question took too long to reach the board’s server',
    'Check your connection and ask again.',
  ),
  sign_in_required: {
    title: 'Your session has ended',
    advice: 'What you see stays. Sign in, and you come back to it.',
    remedy: 'sign_in',
  },
  signed_out: {
    title: 'You are signed out',
    advice: 'Sign in, and you come back to your view.',
    remedy: 'sign_in',
  },
  forbidden: administrator('You may not do that', 'An administrator of the board can.'),
  forbidden_host: administrator(
    'The board does not answer to this host name',
    'An administrator should add it to ALLOWED_HOSTS.',
  ),
  cross_site: again('Another site asked for this board', 'Open the board by itself.'),
  expectation_failed: REFUSED,
  stopping: again('The board’s server is restarting', 'The board comes back by itself.'),
  loading: again('The list is still being loaded', 'This usually takes a few seconds.'),
  no_page: administrator('The board’s server has no page', 'Build it: npm run build.'),
  internal: again('The board’s server made a mistake', report),
};

/** Explains the code of a failure, as a header carries it; an unknown one is nothing the page can name. */
export function explainCode(code: string | null): Explanation {
  return isCode(code) ? EXPLANATIONS[code] : EXPLANATIONS.internal;
}

function isCode(code: unknown): code is ApiError['code'] {
  return typeof code === 'string' && Object.hasOwn(EXPLANATIONS, code);
}

/** Whether a value is a failure of the server's own list of them. */
export function isFailureCode(code: unknown): code is FailureCode {
  return isCode(code) && !['offline', 'invalid', 'sign_in', 'not_loaded'].includes(code);
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
