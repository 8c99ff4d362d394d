import { SlidersHorizontal } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import type { FieldProblem, ResolvedRange } from '#contract/range/resolve.ts';
import type { View } from '#contract/view/view.ts';
import { readClock } from '../../clock.ts';
import { DateFilter } from '../../range/DateFilter.tsx';
import { ZonePicker } from '../../range/zone/ZonePicker.tsx';
import { Button } from '../../ui/Button.tsx';
import type { ChangeView } from '../../view/useView.ts';
import { ActiveFilters, describeFilters } from './ActiveFilters.tsx';
import { Facets } from './Facets.tsx';
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
  /** tools that stand at the end of the first line */
  children: ReactNode;
}

/** Everything that decides what the list shows. A narrow screen shows the search, and the rest on demand. */
export function Toolbar(props: ToolbarProps) {
  const { view, zone, onChange, onAsk } = props;
  const [unfolded, setUnfolded] = useState(false);
  return (
    <div className={styles.toolbar} data-unfolded={unfolded || undefined}>
      <div className={styles.line}>
        <SearchBox
          value={view.q}
          onChange={(q, fresh) => onChange({ q, page: 1 }, fresh ? 'push' : 'replace')}
        />
        <Button
          className={styles.unfold}
          icon={<SlidersHorizontal size={15} aria-hidden />}
          aria-expanded={unfolded}
          onClick={() => setUnfolded(!unfolded)}
        >
          Filters
        </Button>
        <div className={styles.folded}>
          <Facets
            filters={view.filters}
            theme={view.theme}
            asked={props.asked}
            moment={props.moment}
            onAsk={onAsk}
          />
        </div>
        <div className={`${styles.folded} ${styles.end}`}>{props.children}</div>
      </div>
      <div className={`${styles.folded} ${styles.line}`}>
        <DateFilter
          from={view.from}
          to={view.to}
          match={view.match}
          undated={view.undated}
          undatedCount={props.undated}
          zone={zone}
          range={props.range}
          readClock={readClock}
          onChange={onAsk}
        />
        <ZonePicker zone={props.chosenZone} readClock={readClock} onChange={onChange} />
      </div>
      <ActiveFilters filters={describeFilters(view, zone, onAsk)} onClear={props.onClear} />
    </div>
  );
}
