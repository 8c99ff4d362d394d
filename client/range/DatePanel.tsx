import type { FieldProblem } from '#contract/range/resolve.ts';
import type { View } from '#contract/view/view.ts';
import { readLanguage } from '../lib/language.ts';
import type { TemporalApi } from '../lib/temporal.ts';
import { createLate } from '../ui/createLate.tsx';
import { FaultBoundary } from '../ui/FaultBoundary.tsx';
import styles from './DatePanel.module.css';
import { MatchField } from './MatchField.tsx';
import { MatchNote } from './MatchNote.tsx';
import { PRESETS } from './presets.ts';
import { RangeField } from './RangeField.tsx';
import type { RangeChange } from './rangeChange.ts';

export interface DatePanelProps extends Pick<View, 'from' | 'to' | 'match' | 'undated'> {
  temporal: TemporalApi;
  /** how many conferences have no dates at all */
  undatedCount: number;
  /** IANA zone */
  zone: string;
  /** why the two ends cannot be used; null when they can */
  fault: FieldProblem | null;
  /** the server's time, ms */
  readClock: () => number;
  onChange: (change: RangeChange) => void;
  close: () => void;
}

const PRESSABLE_ID = 'react-aria-pressable-style';

/** The calendar is the heavy part: the fields are there before it, and without it. */
const { Part: LateRangePicker } = createLate(
  'The calendar could not be loaded.',
  async () => {
    // React Aria writes a `<style>` for what can be pressed unless an element of this id is there, and the page's policy
    // lets no written style in. What that style says stands in RangePicker.module.css.
    if (document.getElementById(PRESSABLE_ID) === null) {
      const mark = document.createElement('meta');
      mark.id = PRESSABLE_ID;
      document.head.append(mark);
    }
    return (await import('./RangePicker.tsx')).RangePicker;
  },
  <p className={styles.loading}>Loading the calendar…</p>,
);

/** All that decides which time the list is of: two lines to type in, the way of matching, presets, and a calendar. */
export function DatePanel(props: DatePanelProps) {
  const { temporal, from, to, zone, onChange, close } = props;
  const now = props.readClock();
  const finish = (change: RangeChange) => {
    onChange(change);
    close();
  };
  return (
    <div className={styles.panel}>
      <ul className={styles.presets} aria-label="Presets">
        {PRESETS.map(({ label, ...ends }) => (
          <li key={label}>
            <button
              type="button"
              className={styles.preset}
              aria-pressed={ends.from === from && ends.to === to}
              onClick={() => finish(ends)}
            >
              {label}
            </button>
          </li>
        ))}
      </ul>
      <div className={styles.choice}>
        <RangeField
          from={from}
          to={to}
          setting={{ temporal, zone, now, language: readLanguage(navigator.language) }}
          fault={props.fault}
          onChange={onChange}
        />
        <MatchField match={props.match} onChange={onChange} />
        <MatchNote undated={props.undated} undatedCount={props.undatedCount} onChange={onChange} />
        <FaultBoundary part="calendar">
          <LateRangePicker
            // What is typed meanwhile is what the calendar shows.
            key={`${from}…${to}`}
            temporal={temporal}
            from={from}
            to={to}
            zone={zone}
            now={now}
            onChange={finish}
          />
        </FaultBoundary>
      </div>
    </div>
  );
}
