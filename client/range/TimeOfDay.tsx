import { parseTime } from '@internationalized/date';
import { X } from 'lucide-react';
import { DateInput, DateSegment, Label, TimeField } from 'react-aria-components/TimeField';
import { readWall } from '#contract/range/resolveWall.ts';
import { formatInstant } from '../lib/instant.ts';
import type { TemporalApi } from '../lib/temporal.ts';
import { Button } from '../ui/Button.tsx';
import type { PickedEnd } from './pickedEnd.ts';
import styles from './TimeOfDay.module.css';

interface TimeOfDayProps {
  label: 'Start time' | 'End time';
  end: PickedEnd;
  /** what no time means at this end */
  whole: string;
  temporal: TemporalApi;
  /** IANA zone */
  zone: string;
  onChange: (change: Partial<PickedEnd>) => void;
}

/** Hour and minute of a picked day, and which of the two when the clocks show it twice. */
export function TimeOfDay({ label, end, whole, temporal, zone, onChange }: TimeOfDayProps) {
  const moments = end.time === null ? [] : readWall(temporal, `${end.date}T${end.time}`, zone);
  return (
    <div className={styles.row}>
      <TimeField
        className={styles.field ?? ''}
        value={end.time === null ? null : parseTime(end.time)}
        hourCycle={24}
        granularity="minute"
        shouldForceLeadingZeros
        onChange={(time) => onChange({ time: time?.toString().slice(0, 5) ?? null, second: false })}
      >
        <Label className={styles.label}>{label}</Label>
        <DateInput className={styles.input ?? ''}>
          {(segment) => <DateSegment segment={segment} className={styles.segment ?? ''} />}
        </DateInput>
      </TimeField>
      {end.time !== null && (
        <Button
          look="plain"
          aria-label={`No ${label.toLowerCase()}`}
          title="The whole day"
          icon={<X size={14} aria-hidden />}
          onClick={() => onChange({ time: null, second: false })}
        />
      )}
      <span className={styles.date}>
        {formatInstant(Date.parse(end.date), 'UTC', 'date')}
        {end.time === null && `, ${whole}`}
      </span>
      {moments.length > 1 && (
        <fieldset className={styles.twice}>
          <legend>The clocks show {end.time} twice that night</legend>
          {moments.map(({ text }, place) => (
            <label key={text}>
              <input
                type="radio"
                checked={end.second === (place === 1)}
                onChange={() => onChange({ second: place === 1 })}
              />
              {place === 0 ? 'First' : 'Second'}, UTC{text.slice(-6)}
            </label>
          ))}
        </fieldset>
      )}
    </div>
  );
}
