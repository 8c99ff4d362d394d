import { KeyRound, ServerOff, TriangleAlert } from 'lucide-react';
import { ApiError } from '../api/ApiError.ts';
import { explain } from '../api/failures.ts';
import { Button } from '../ui/Button.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { ReloadButton } from '../ui/ReloadButton.tsx';
import { RetryCountdown } from './RetryCountdown.tsx';

interface FailedStateProps {
  error: Error;
  /** when the board asks again by itself, ms by its clock; null when it does not */
  retryAt: number | null;
  onRetry: () => void;
}

/** Stands where the list would, when not even one page could be had: what happened and who must act. */
export function FailedState({ error, retryAt, onRetry }: FailedStateProps) {
  const { title, advice, remedy } = explain(error);
  const offline = error instanceof ApiError && error.code === 'offline';
  const Icon = remedy === 'administrator' ? KeyRound : offline ? ServerOff : TriangleAlert;
  return (
    <EmptyState
      icon={<Icon size={22} aria-hidden />}
      title={title}
      actions={
        <>
          {remedy === 'reload' && <ReloadButton look="filled" />}
          {remedy === 'sign_in' && <ReloadButton look="filled">Sign in</ReloadButton>}
          <Button
            look={remedy === 'reload' || remedy === 'sign_in' ? 'outlined' : 'filled'}
            onClick={onRetry}
          >
            Retry
          </Button>
        </>
      }
    >
      <p>{advice}</p>
      <FailureDetails error={error} />
      <RetryCountdown at={retryAt} />
    </EmptyState>
  );
}

/** The server's own words, for who wants to look closer. */
function FailureDetails({ error }: { error: Error }) {
  const requestId = error instanceof ApiError ? error.requestId : null;
  return (
    <p>
      <small>
        “{error.message}”{requestId !== null && ` · request ${requestId}`}
      </small>
    </p>
  );
}
