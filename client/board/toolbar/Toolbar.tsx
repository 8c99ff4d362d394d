import { SlidersHorizontal } from 'lucide-react';
import type { ReactNode } from 'react';
import type { FieldProblem, ResolvedRange } from '#contract/range/resolve.ts';
import type { View } from '#contract/view/view.ts';
import { readClock } from '../../clock.ts';
import { DateFilter } from '../../range/DateFilter.tsx';
import { ZonePicker } from '../../range/zone/ZonePicker.tsx';
import { Button } from '../../ui/Button.tsx';
import { Popover } from '../../ui/Popover.tsx';
import type { ChangeView } from '../../view/useView.ts';
import { describeFilters } from './ActiveFilters.tsx';
import { Facets } from './Facets.tsx';
import { facetOf } from './facet.ts';
import { SearchBox } from './SearchBox.tsx';
import styles from './Toolbar.module.css';

interface ToolbarProps {
  view: View;
  /** conferences without dates that a range leaves out */
  undated: number;
  /** what is asked, without page and order */
  asked: string;
  /** of the list; null before the first answer */
  moment: string | null;
  /** IANA zone in which times are told */
  zone: string;
  /** the zone that somebody chose, by the address or in this browser; "" is the browser's own */
  chosenZone: string;
  /** what the two ends of the range come to now, or why they cannot be used */
  range: ResolvedRange | FieldProblem | null;
  onChange: ChangeView;
  /** a change of what is asked: it begins at its first page */
  onAsk: (patch: Partial<View>) => void;
  onClear: () => void;
  /** tools that stand at the end of the line */
  children: ReactNode;
}

/** Everything that decides what the list shows, in one line in which nothing moves when a word of it changes. */
export function Toolbar(props: ToolbarProps) {
  const { view, onChange, onAsk } = props;
  const filters = describeFilters(view, onAsk);
  // The tiles show what they filter by, and this menu has no status in it.
  const { include, exclude } = facetOf(view.filters, 'status');
  const count = filters.length - include.length - exclude.length;
  return (
    <div className={styles.toolbar}>
      <SearchBox
        value={view.q}
        onChange={(q, fresh) => onChange({ q, page: 1 }, fresh ? 'push' : 'replace')}
      />
      <DateFilter
        from={view.from}
        to={view.to}
        match={view.match}
        undated={view.undated}
        undatedCount={props.undated}
        zone={props.zone}
        range={props.range}
        readClock={readClock}
        onChange={onAsk}
      />
      <Popover
        label="Filters"
        icon={<SlidersHorizontal size={15} aria-hidden />}
        className={styles.filters}
        badge={<span className={styles.badge}>{count > 0 && count}</span>}
      >
        {() => (
          <div className={styles.menu}>
            <Facets
              filters={view.filters}
              theme={view.theme}
              asked={props.asked}
              moment={props.moment}
              onAsk={onAsk}
            />
            <Button
              look="plain"
              disabled={filters.length === 0 && view.from === '' && view.to === ''}
              onClick={props.onClear}
            >
              Clear filters
            </Button>
          </div>
        )}
      </Popover>
      <ZonePicker zone={props.chosenZone} readClock={readClock} onChange={onChange} />
      <div className={styles.tools}>{props.children}</div>
    </div>
  );
}
