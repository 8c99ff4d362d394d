import { formatNumber } from '../lib/number.ts';
import type { WalkState, WalkWarning } from '../roster/walk.ts';
import { Notice } from '../ui/Notice.tsx';

const WARNINGS: Record<WalkWarning, string> = {
  restarted: '',
  'repeated-link': 'SignalWire led the walk back to a page that it had already given, so it ended there.',
  'half-cursor': 'SignalWire gave a next page that cannot be asked for, so the walk ended there.',
  'nothing-new': 'SignalWire gave page after page without a new conference, so the walk ended there.',
};

/** What makes a walk less sure of itself than it should be, said once and in words. */
export function WalkNotices({ walk }: { walk: WalkState }) {
  const warnings = walk.warnings.map((warning) => WARNINGS[warning]).filter((words) => words !== '');
  return (
    <>
      {warnings.map((words) => (
        <Notice key={words} tone="warning" title="There may be more conferences.">
          {words}
        </Notice>
      ))}
      {walk.dropped > 0 && (
        <Notice tone="warning" title={`${formatNumber(walk.dropped)} left out.`}>
          SignalWire sent rows without a usable id: they cannot be shown, and are missing here.
        </Notice>
      )}
    </>
  );
}
