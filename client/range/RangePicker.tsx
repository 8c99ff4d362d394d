import { useState } from 'react';
import { I18nProvider } from 'react-aria-components/I18nProvider';
import { isProblem } from '#contract/range/problem.ts';
import { type RangeField, resolveRange } from '#contract/range/resolve.ts';
import type { TemporalApi } from '../lib/temporal.ts';
import { Button } from '../ui/Button.tsx';
import { DaysCalendar } from './DaysCalendar.tsx';
import { type PickedEnd, readPickedEnd, writePickedEnd } from './pickedEnd.ts';
import styles from './RangePicker.module.css';
import type { RangeChange } from './rangeChange.ts';
import { TimeOfDay } from './TimeOfDay.tsx';

interface RangePickerProps {
  temporal: TemporalApi;
  /** both ends in the language of ranges, "" is open */
  from: string;
  to: string;
  /** IANA zone */
  zone: string;
  /** the server's time when the picker was opened, ms */
  now: number;
  /** a whole range was chosen */
  onChange: (change: RangeChange) => void;
}

/** The two ends as they are being picked; null is open. */
type Draft = Readonly<Record<RangeField, PickedEnd | null>>;

const FIELDS = [
  { field: 'from', label: 'Start time', whole: 'from its start' },
  { field: 'to', label: 'End time', whole: 'to its end' },
] as const;

/** A calendar with times in the chosen zone. Nothing is asked of the server before "Apply". */
export function RangePicker({ temporal, from, to, zone, now, onChange }: RangePickerProps) {
  const setting = { zone, now, grid: 1 };
  const [typed] = useState<Draft>(() => ({
    from: readPickedEnd(temporal, from, 'from', setting),
    to: readPickedEnd(temporal, to, 'to', setting),
  }));
  const [draft, setDraft] = useState(typed);
  const today = temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(zone).toPlainDate().toString();
  // An end that nobody touched stays as it was typed: what moves with the clock goes on moving.
  const picked = {
    from: draft.from === typed.from ? from : writePickedEnd(temporal, draft.from, zone),
    to: draft.to === typed.to ? to : writePickedEnd(temporal, draft.to, zone),
  };
  const outcome = resolveRange(temporal, picked, setting);
  const nothing = draft.from === null && draft.to === null;

  return (
    <I18nProvider locale="en-GB">
      <div className={styles.picker}>
        <DaysCalendar
          days={draft.from && draft.to && { first: draft.from.date, last: draft.to.date }}
          sight={draft.from?.date ?? draft.to?.date ?? today}
          today={today}
          zone={zone}
          onPick={(first, last) =>
            setDraft({
              from: { time: null, second: false, date: first },
              to: { time: null, second: false, date: last },
            })
          }
        />
        <div className={styles.ends}>
          {FIELDS.map(({ field, ...words }) => {
            const end = draft[field];
            return (
              end && (
                <TimeOfDay
                  key={field}
                  {...words}
                  end={end}
                  temporal={temporal}
                  zone={zone}
                  onChange={(change) => setDraft({ ...draft, [field]: { ...end, ...change } })}
                />
              )
            );
          })}
        </div>
        {isProblem(outcome) && (
          <p role="alert" className={styles.problem}>
            {outcome.problem}
          </p>
        )}
        <footer className={styles.footer}>
          <span className={styles.zone}>
            {nothing ? 'Press the first day and the last; one day twice is that day.' : `Times in ${zone}`}
          </span>
          <Button look="filled" disabled={nothing || isProblem(outcome)} onClick={() => onChange(picked)}>
            Apply
          </Button>
        </footer>
      </div>
    </I18nProvider>
  );
}
