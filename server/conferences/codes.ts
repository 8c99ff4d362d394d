import type { FailureCode } from '#contract/errors.ts';

/** Failures that a second try soon after may mend. */
export function isWorthRetry(code: FailureCode): boolean {
  return code === 'upstream_unavailable' || code === 'upstream_unreachable';
}

/** Whether SignalWire no longer lets this server read. */
export function isRefusal(code: FailureCode): boolean {
  return code === 'upstream_auth' || code === 'upstream_forbidden';
}

/** Failures that an administrator must mend: showing older conferences would hide them. */
function needsAdministrator(code: FailureCode): boolean {
  return isRefusal(code) || code === 'upstream_not_found' || code === 'upstream_tls';
}

/** Whether conferences that were read a while ago are the better answer to a failure, or to a pause it set. */
export function allowsKept(code: FailureCode): boolean {
  if (code === 'too_many_questions') return true;
  return code.startsWith('upstream_') && !needsAdministrator(code);
}
