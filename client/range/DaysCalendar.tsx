import { parseDate } from '@internationalized/date';
import { ChevronLeft, ChevronRight } from 'lucide-react';
import { Button } from 'react-aria-components/Button';
import {
  CalendarCell,
  CalendarGrid,
  CalendarHeading,
  RangeCalendar,
} from 'react-aria-components/RangeCalendar';
import styles from './DaysCalendar.module.css';

interface DaysCalendarProps {
  /** first and last day, `2026-11-23`; null while an end is open */
  days: { readonly first: string; readonly last: string } | null;
  /** the day that is in sight at first */
  sight: string;
  /** today in the chosen zone */
  today: string;
  onPick: (first: string, last: string) => void;
}

/** Picks the first and the last day of a range: by two presses, by a drag, or with the arrow keys. */
export function DaysCalendar({ days, sight, today, onPick }: DaysCalendarProps) {
  return (
    <RangeCalendar
      aria-label="Days"
      className={styles.calendar ?? ''}
      value={days && { start: parseDate(days.first), end: parseDate(days.last) }}
      defaultFocusedValue={parseDate(sight)}
      firstDayOfWeek="mon"
      onChange={({ start, end }) => onPick(start.toString(), end.toString())}
    >
      <header className={styles.header}>
        <Button slot="previous" className={styles.turn ?? ''}>
          <ChevronLeft size={16} aria-hidden />
        </Button>
        <CalendarHeading className={styles.month} />
        <Button slot="next" className={styles.turn ?? ''}>
          <ChevronRight size={16} aria-hidden />
        </Button>
      </header>
      <CalendarGrid weekdayStyle="short" className={styles.grid ?? ''}>
        {(date) => (
          <CalendarCell
            date={date}
            className={styles.day ?? ''}
            data-day={date.toString() === today ? 'today' : undefined}
          />
        )}
      </CalendarGrid>
    </RangeCalendar>
  );
}
