import { KeyRound, ServerOff, TriangleAlert } from 'lucide-react';
import { useCallback } from 'react';
import type { ListState } from '#contract/list.ts';
import { ApiError } from '../api/ApiError.ts';
import { type Explanation, explain, explainCode } from '../api/failures.ts';
import { useClock } from '../clock.ts';
import { formatDuration } from '../lib/duration.ts';
import { formatInstant } from '../lib/instant.ts';
import { Button } from '../ui/Button.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { Notice } from '../ui/Notice.tsx';
import { ReloadButton } from '../ui/ReloadButton.tsx';
import styles from './Board.module.css';

/** What stands between the reader and a fresh list: no answer of the server, or what the server met itself. */
interface Failure {
  /** why the newest answer did not come; null when it came */
  error: Error | null;
  /** where the list stands; undefined before any answer */
  state: ListState | undefined;
}

function explainFailure({ error, state }: Failure): Explanation {
  return error === null ? explainCode(state?.trouble?.code ?? null) : explain(error);
}

interface FailedStateProps extends Failure {
  /** when it is asked for again without the reader, ms by the server's clock; null when it is not */
  retryAt: number | null;
  onRetry: () => void;
}

/** Stands where the list would, when not even one page could be had: what happened and who must act. */
export function FailedState({ retryAt, onRetry, ...failure }: FailedStateProps) {
  const { title, advice, remedy } = explainFailure(failure);
  const { error } = failure;
  const offline = error instanceof ApiError && error.code === 'offline';
  const requestId = error instanceof ApiError ? error.requestId : null;
  const Icon = remedy === 'administrator' ? KeyRound : offline ? ServerOff : TriangleAlert;
  return (
    <EmptyState
      icon={<Icon size={22} aria-hidden />}
      title={title}
      actions={
        <>
          {remedy === 'reload' && <ReloadButton look="filled" />}
          {remedy === 'sign_in' && <ReloadButton look="filled">Sign in</ReloadButton>}
          <RetryButton
            {...failure}
            look={remedy === 'reload' || remedy === 'sign_in' ? 'outlined' : 'filled'}
            onRetry={onRetry}
          />
        </>
      }
    >
      <p>{advice}</p>
      {error !== null && (
        <p>
          <small>
            “{error.message}”{requestId !== null && ` · request ${requestId}`}
          </small>
        </p>
      )}
      <RetryCountdown at={retryAt} />
    </EmptyState>
  );
}

interface StaleNoticeProps extends Failure {
  state: ListState;
  zone: string;
  retryAt: number | null;
  busy: boolean;
  onRetry: () => void;
}

/** Says that the rows on screen are old: from when they are, why, and what happens next. */
export function StaleNotice({ zone, retryAt, busy, onRetry, ...failure }: StaleNoticeProps) {
  const { title, advice, remedy } = explainFailure(failure);
  const { asOf } = failure.state;
  return (
    <div className={styles.stale}>
      <Notice
        tone="danger"
        title={
          asOf === null
            ? 'Loaded in part.'
            : `Showing the list as of ${formatInstant(asOf, zone, 'seconds')}.`
        }
        actions={
          <>
            {remedy === 'reload' && <ReloadButton />}
            {remedy === 'sign_in' && <ReloadButton>Sign in</ReloadButton>}
            <RetryButton {...failure} busy={busy} onRetry={onRetry} />
          </>
        }
      >
        {title}. {advice} <RetryCountdown at={retryAt} />
      </Notice>
    </div>
  );
}

interface RetryButtonProps extends Failure {
  look?: 'outlined' | 'filled';
  busy?: boolean;
  onRetry: () => void;
}

/** Really asks; while the server may not ask SignalWire, it says for how long that is, and cannot be pressed. */
function RetryButton({ error, state, look, busy = false, onRetry }: RetryButtonProps) {
  const pausedUntil = error === null ? (state?.askableAt ?? null) : null;
  const words = useClock(
    useCallback(
      (now) =>
        pausedUntil === null || pausedUntil <= now
          ? ''
          : `Retry in ${formatDuration(pausedUntil - now + 999)}`,
      [pausedUntil],
    ),
  );
  return (
    <Button look={look} disabled={busy || words !== ''} onClick={onRetry}>
      {words || (busy ? 'Asking…' : 'Retry')}
    </Button>
  );
}

/** Counts down to the moment (ms) at which it is asked for again; nothing when it is not. */
function RetryCountdown({ at }: { at: number | null }) {
  const words = useClock(
    useCallback(
      (now) =>
        at === null ? '' : at <= now ? 'Asking again…' : `Asking again in ${formatDuration(at - now)}.`,
      [at],
    ),
  );
  return words === '' ? null : <span>{words}</span>;
}
