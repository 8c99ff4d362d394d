import { type CalendarDate, parseDate } from '@internationalized/date';
import { ChevronLeft, ChevronRight } from 'lucide-react';
import { use } from 'react';
import { Button } from 'react-aria-components/Button';
import {
  CalendarCell,
  CalendarGrid,
  CalendarHeading,
  RangeCalendar,
  RangeCalendarStateContext,
} from 'react-aria-components/RangeCalendar';
import styles from './DaysCalendar.module.css';

interface DaysCalendarProps {
  /** first and last day, `2026-11-23`; null while an end is open */
  days: { readonly first: string; readonly last: string } | null;
  /** the day that is in sight at first */
  sight: string;
  /** today in the chosen zone */
  today: string;
  /** IANA zone */
  zone: string;
  onPick: (first: string, last: string) => void;
}

/**
 * Picks the first and the last day of a range: by two presses, by a drag, or with the arrow keys. One press is that day
 * alone: a pointer that moves on over other days, or leaves, picks none of them.
 */
export function DaysCalendar({ days, sight, today, zone, onPick }: DaysCalendarProps) {
  return (
    <RangeCalendar
      aria-label="Days"
      className={styles.calendar ?? ''}
      value={days && { start: parseDate(days.first), end: parseDate(days.last) }}
      defaultFocusedValue={parseDate(sight)}
      firstDayOfWeek="mon"
      commitBehavior="reset"
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
      <Days today={today} zone={zone} onFirst={(day) => onPick(day, day)} />
    </RangeCalendar>
  );
}

interface DaysProps extends Pick<DaysCalendarProps, 'today' | 'zone'> {
  /** the first of two days was pressed */
  onFirst: (day: string) => void;
}

/**
 * The days of a month. React Aria tells of a range once both its days are pressed, and knows no zone but the browser's
 * while no day is. It knows its state by the object, and makes that anew at each of its renders: so what is ours is
 * written into it.
 */
function Days({ today, zone, onFirst }: DaysProps) {
  const state = use(RangeCalendarStateContext);
  if (state === null) return null;
  const { anchorDate, focusedDate, selectDate, selectFocusedDate } = state;
  const begin = (day: CalendarDate) => {
    if (anchorDate === null) onFirst(day.toString());
  };
  Object.assign(state, {
    timeZone: zone,
    selectDate(day: CalendarDate) {
      begin(day);
      selectDate(day);
    },
    selectFocusedDate() {
      begin(focusedDate);
      selectFocusedDate();
    },
  });
  return (
    <CalendarGrid weekdayStyle="short" className={styles.grid ?? ''}>
      {(date) => (
        <CalendarCell
          date={date}
          className={styles.day ?? ''}
          data-day={date.toString() === today ? 'today' : undefined}
        />
      )}
    </CalendarGrid>
  );
}
