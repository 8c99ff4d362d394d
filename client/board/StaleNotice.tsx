import { explain, explainCode } from '../api/failures.ts';
import { formatInstant } from '../lib/instant.ts';
import { Button } from '../ui/Button.tsx';
import { Notice } from '../ui/Notice.tsx';
import { ReloadButton } from '../ui/ReloadButton.tsx';
import { RetryCountdown } from './RetryCountdown.tsx';

interface StaleNoticeProps {
  /** why the newest refresh failed; null when the server could still answer with what it had kept */
  error: Error | null;
  /** why the server had nothing newer than what it had kept; null when it had */
  staleCode: string | null;
  /** when SignalWire last said what is on screen, ms */
  asOf: number | null;
  zone: string;
  retryAt: number | null;
  busy: boolean;
  onRetry: () => void;
}

/** Says that the rows on screen are old: from when they are, why, and what happens next. */
export function StaleNotice({ error, staleCode, asOf, zone, retryAt, busy, onRetry }: StaleNoticeProps) {
  const { title, advice, remedy } = error === null ? explainCode(staleCode) : explain(error);
  return (
    <Notice
      tone="danger"
      title={
        asOf === null ? 'Loaded in part.' : `Showing the list as of ${formatInstant(asOf, zone, 'seconds')}.`
      }
      actions={
        <>
          {remedy === 'reload' && <ReloadButton />}
          {remedy === 'sign_in' && <ReloadButton>Sign in</ReloadButton>}
          <Button disabled={busy} onClick={onRetry}>
            {busy ? 'Asking…' : 'Retry'}
          </Button>
        </>
      }
    >
      {title}. {advice} <RetryCountdown at={retryAt} />
    </Notice>
  );
}
