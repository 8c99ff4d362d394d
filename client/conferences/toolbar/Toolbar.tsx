import { ChartGantt, Palette, SlidersHorizontal, Terminal } from 'lucide-react';
import { useState } from 'react';
import { readClock } from '../../clock.ts';
import { MatchField } from '../../range/MatchField.tsx';
import { MatchNote } from '../../range/MatchNote.tsx';
import { RangeField } from '../../range/RangeField.tsx';
import type { FieldProblem, ResolvedRange } from '../../range/resolve.ts';
import { ZonePicker } from '../../range/zone/ZonePicker.tsx';
import type { ColumnId } from '../../roster/columns.ts';
import type { Answer } from '../../roster/question.ts';
import { Button } from '../../ui/Button.tsx';
import { CopyButton } from '../../ui/CopyButton.tsx';
import type { ChangeView } from '../../view/useView.ts';
import type { View } from '../../view/view.ts';
import { ActiveFilters } from './ActiveFilters.tsx';
import { ColumnsMenu } from './ColumnsMenu.tsx';
import { describeFilters } from './describeFilters.ts';
import { FacetMenu } from './FacetMenu.tsx';
import { facetOf, withFacet } from './facet.ts';
import { SearchBox } from './SearchBox.tsx';
import styles from './Toolbar.module.css';

interface ToolbarProps {
  view: View;
  /** null before the first rows */
  answer: Answer | null;
  /** IANA zone in which times are told */
  zone: string;
  /** the zone that somebody chose, by the address or in this browser; "" is the browser's own */
  chosenZone: string;
  /** what the two ends of the range come to now, or why they cannot be used */
  range: ResolvedRange | FieldProblem | null;
  columns: readonly ColumnId[];
  timeline: boolean;
  /** address of this very view, for a colleague */
  link: () => string;
  /** command that asks SignalWire what the board asked of it; null before anything was asked */
  curl: string | null;
  onChange: ChangeView;
  /** a change of what is asked: it begins at its first page */
  onAsk: (patch: Partial<View>) => void;
  onColumns: (columns: readonly ColumnId[]) => void;
  onTimeline: (shown: boolean) => void;
  onClear: () => void;
}

const FACET_MENUS = [
  { name: 'quality', label: 'Quality' },
  { name: 'layout', label: 'Layout' },
  { name: 'size', label: 'Size' },
] as const;

/** Everything that decides what the list shows. A narrow screen shows the search, and the rest on demand. */
export function Toolbar(props: ToolbarProps) {
  const { view, answer, zone, columns, timeline, onChange, onAsk } = props;
  const [unfolded, setUnfolded] = useState(false);
  const ranged = view.from !== '' || view.to !== '';
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
          {FACET_MENUS.map(({ name, label }) => (
            <FacetMenu
              key={name}
              label={label}
              facet={facetOf(view.filters, name)}
              counts={() => answer?.countsOf(name) ?? []}
              onChange={(facet) => onAsk({ filters: withFacet(view.filters, name, facet) })}
            />
          ))}
          <Button
            icon={<Palette size={15} aria-hidden />}
            aria-pressed={view.theme === 'fails'}
            title="Only conferences with colours of their own that fail WCAG AA"
            onClick={() => onAsk({ theme: view.theme === 'fails' ? 'any' : 'fails' })}
          >
            Theme fails AA
          </Button>
        </div>
        <div className={`${styles.folded} ${styles.end}`}>
          <Button
            icon={<ChartGantt size={15} aria-hidden />}
            aria-pressed={timeline}
            onClick={() => props.onTimeline(!timeline)}
          >
            Timeline
          </Button>
          <ColumnsMenu shown={columns} onChange={props.onColumns} />
          <CopyButton label="Copy link" text={props.link} labelled look="outlined" />
          {props.curl !== null && <CopyButton label="Copy as curl" text={props.curl} icon={Terminal} />}
        </div>
      </div>
      <div className={`${styles.folded} ${styles.line}`}>
        <RangeField
          from={view.from}
          to={view.to}
          zone={zone}
          range={props.range}
          readClock={readClock}
          onChange={onAsk}
        />
        <MatchField match={view.match} onChange={onAsk} />
        <ZonePicker zone={props.chosenZone} readClock={readClock} onChange={onChange} />
        {ranged && (
          <MatchNote
            match={view.match}
            undated={view.undated}
            undatedCount={answer?.undated ?? 0}
            onChange={onAsk}
          />
        )}
      </div>
      <ActiveFilters filters={describeFilters(view, zone, onAsk)} onClear={props.onClear} />
    </div>
  );
}
