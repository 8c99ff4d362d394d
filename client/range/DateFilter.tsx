import { CalendarDays, ChevronDown } from 'lucide-react';
import { memo } from 'react';
import { isProblem } from '#contract/range/problem.ts';
import type { FieldProblem, ResolvedRange } from '#contract/range/resolve.ts';
import type { View } from '#contract/view/view.ts';
import { loadTemporal } from '../lib/temporal.ts';
import { createLate } from '../ui/createLate.tsx';
import { FaultBoundary } from '../ui/FaultBoundary.tsx';
import { Popover } from '../ui/Popover.tsx';
import styles from './DateFilter.module.css';
import type { DatePanelProps } from './DatePanel.tsx';
import { describeDates } from './describe.ts';
import type { RangeChange } from './rangeChange.ts';

interface DateFilterProps extends Pick<View, 'from' | 'to' | 'match' | 'undated'> {
  /** how many conferences have no dates at all */
  undatedCount: number;
  /** IANA zone */
  zone: string;
  /** what the two ends come to, from `useRange` */
  range: ResolvedRange | FieldProblem | null;
  /** the server's time, ms */
  readClock: () => number;
  onChange: (change: RangeChange) => void;
}

/** What the button opens, and the calendar arithmetic it rests on, loaded when it is first opened. */
const { Part: LateDatePanel } = createLate(
  'The part of the page that reads dates could not be loaded.',
  async () => {
    const [{ DatePanel }, temporal] = await Promise.all([import('./DatePanel.tsx'), loadTemporal()]);
    return (props: Omit<DatePanelProps, 'temporal'>) => <DatePanel temporal={temporal} {...props} />;
  },
  <p className={styles.loading}>Loading…</p>,
);

/** The range of the board as one button that says it in words; everything that changes it is behind the button. */
export const DateFilter = memo(function DateFilter({ range, ...props }: DateFilterProps) {
  const { from, to, match, zone } = props;
  const isRanged = from !== '' || to !== '';
  const fault = range !== null && isProblem(range) ? range : null;
  return (
    <div className={styles.filter} data-ranged={isRanged || undefined}>
      <Popover
        label={describeDates({ from, to, match }, zone)}
        hint="choose dates"
        icon={<CalendarDays size={15} aria-hidden />}
        badge={<ChevronDown size={14} aria-hidden />}
        wide
      >
        {(close) => (
          <FaultBoundary part="dates">
            <LateDatePanel {...props} fault={fault} close={close} />
          </FaultBoundary>
        )}
      </Popover>
      {fault !== null && (
        <p role="alert" className={styles.problem}>
          {fault.problem}
        </p>
      )}
    </div>
  );
});
