import { CalendarDays, X } from 'lucide-react';
import { memo, Suspense, useState } from 'react';
import { isProblem } from '#contract/range/problem.ts';
import type { RangeField as FieldName, FieldProblem, ResolvedRange } from '#contract/range/resolve.ts';
import { formatInstant } from '../lib/instant.ts';
import { Button } from '../ui/Button.tsx';
import { FaultBoundary } from '../ui/FaultBoundary.tsx';
import { Popover } from '../ui/Popover.tsx';
import { LazyRangePicker } from './LazyRangePicker.tsx';
import { RangeEnd } from './RangeEnd.tsx';
import styles from './RangeField.module.css';
import type { RangeChange } from './rangeChange.ts';
import { settle, tidyEnd } from './settle.ts';
import { NOT_LOADED } from './useRange.ts';

interface RangeFieldProps {
  /** both ends in the language of ranges, "" is open */
  from: string;
  to: string;
  /** IANA zone */
  zone: string;
  /** what the two ends come to, from `useRange` */
  range: ResolvedRange | FieldProblem | null;
  /** the server's time, ms */
  readClock: () => number;
  onChange: (change: RangeChange) => void;
}

/** Said of what was typed: the fields show it, and the list does not. */
const UNTAKEN = 'The list stays as it was.';

/** Texts that nobody has taken yet, and the committed range over which they were typed. */
interface Draft {
  readonly over: string;
  readonly from?: string;
  readonly to?: string;
  readonly problem?: FieldProblem;
}

/**
 * The range of the board: two lines to type in, and the full picker behind a button, loaded when it is first
 * opened. A range that cannot be used stays here, with its reason at the field, and changes nothing.
 */
export const RangeField = memo(function RangeField({
  from,
  to,
  zone,
  range,
  readClock,
  onChange,
}: RangeFieldProps) {
  const over = `${from}…${to}`;
  const [kept, setDraft] = useState<Draft>({ over });
  // Whatever changes the range from outside (Back, a preset) throws away what was being typed.
  const draft = kept.over === over ? kept : { over };
  const fault = draft.problem ?? (range !== null && isProblem(range) ? range : null);
  const problemOf = (field: FieldName) => {
    if (fault?.field !== field) return null;
    return fault === draft.problem ? `${fault.problem} ${UNTAKEN}` : fault.problem;
  };

  const finish = async (field: FieldName) => {
    if (draft.from === undefined && draft.to === undefined) return;
    const typed = { from: draft.from ?? from, to: draft.to ?? to };
    const outcome = await settle(typed, field, zone, readClock()).catch(() => ({
      field,
      problem: NOT_LOADED,
    }));
    // What was typed while the answer came is not touched by it.
    if (isProblem(outcome))
      setDraft((latest) => (latest === draft ? { ...draft, problem: outcome } : latest));
    else {
      setDraft((latest) => (latest === draft ? { over } : latest));
      if (outcome.from !== from || outcome.to !== to) onChange(outcome);
    }
  };
  const end = (label: 'From' | 'To', field: FieldName, committed: string, instant: number | null) => (
    <RangeEnd
      label={label}
      text={draft[field] ?? tidyEnd(committed)}
      hint={instant === null ? '' : formatInstant(instant, zone, 'full')}
      problem={problemOf(field)}
      onType={(text) => setDraft({ ...draft, problem: undefined, [field]: text })}
      onDone={() => void finish(field)}
      onCancel={() => setDraft({ over })}
    />
  );
  const instants = range === null || isProblem(range) ? { from: null, until: null } : range;

  return (
    <fieldset className={styles.field}>
      <legend className="visually-hidden">Date range</legend>
      {end('From', 'from', from, instants.from)}
      {end('To', 'to', to, instants.until)}
      {(from !== '' || to !== '') && (
        <Button
          look="plain"
          className={styles.clear}
          aria-label="Clear dates"
          title="Clear dates"
          icon={<X size={14} aria-hidden />}
          onClick={() => onChange({ from: '', to: '' })}
        />
      )}
      <Popover label="Choose dates" look="plain" iconOnly icon={<CalendarDays size={15} aria-hidden />}>
        {(close) => (
          <FaultBoundary part="calendar">
            <Suspense fallback={<p className={styles.loading}>Loading the calendar…</p>}>
              <LazyRangePicker
                from={from}
                to={to}
                zone={zone}
                now={readClock()}
                onChange={(change) => {
                  onChange(change);
                  close();
                }}
              />
            </Suspense>
          </FaultBoundary>
        )}
      </Popover>
    </fieldset>
  );
});
