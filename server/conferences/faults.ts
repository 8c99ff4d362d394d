import type { FailureCode } from '#contract/errors.ts';

/** Failures that a second try soon after may mend. */
export function isWorthRetry(code: FailureCode): boolean {
  return code === 'upstream_unavailable' || code === 'upstream_unreachable';
}

/** Failures that an administrator must mend: showing older conferences would hide them. */
const HIDE_NOTHING: readonly FailureCode[] = [
  'upstream_auth',
  'upstream_forbidden',
  'upstream_not_found',
  'upstream_tls',
];

/** Whether conferences that were read a while ago are the better answer to a failure. */
export function allowsKept(code: FailureCode): boolean {
  return code.startsWith('upstream_') && !HIDE_NOTHING.includes(code);
}
