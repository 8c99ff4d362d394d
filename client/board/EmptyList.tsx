import { CalendarPlus, SearchX } from 'lucide-react';
import { formatNumber } from '../lib/number.ts';
import { Button } from '../ui/Button.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';

interface EmptyListProps {
  space: string;
  onRefresh: () => void;
}

/** The space has no conference at all. */
export function EmptyList({ space, onRefresh }: EmptyListProps) {
  return (
    <EmptyState
      icon={<CalendarPlus size={22} aria-hidden />}
      title="No conferences yet"
      actions={
        <Button look="filled" onClick={onRefresh}>
          Look again
        </Button>
      }
    >
      <p>
        {space} has no video conferences. Create one in the SignalWire dashboard or by its API: it appears
        here with the next refresh.
      </p>
    </EmptyState>
  );
}

interface NoMatchProps {
  total: number;
  /** whether the walk may still bring one that matches */
  partial: boolean;
  /** whether more is asked of those in a date range than that they touch it */
  ranged: boolean;
  /** whether there is a search among what was asked */
  searched: boolean;
  onClear: () => void;
  /** asks for all that touch the range */
  onWiden: () => void;
}

/** There are conferences, and none matches what was asked. */
export function NoMatch({ total, partial, ranged, searched, onClear, onWiden }: NoMatchProps) {
  const all = formatNumber(total);
  return (
    <EmptyState
      icon={<SearchX size={22} aria-hidden />}
      title={partial ? 'None match so far' : 'None match'}
      actions={
        <>
          {ranged && (
            <Button look="filled" onClick={onWiden}>
              Look at any time in
            </Button>
          )}
          <Button look={ranged ? 'outlined' : 'filled'} onClick={onClear}>
            Clear filters
          </Button>
        </>
      }
    >
      <p>
        {ranged
          ? 'No conference of this date range fits. “Any time in” finds all that touch it.'
          : `None of the ${all} conferences ${partial ? 'loaded so far ' : ''}has all that you ask for.`}
        {searched &&
          ' The search looks through names, descriptions, metadata and, from four letters on, IDs.'}
      </p>
    </EmptyState>
  );
}
