import { useQuery } from '@tanstack/react-query';
import { Check, Circle, Minus, Palette } from 'lucide-react';
import { memo } from 'react';
import type { FacetColumn } from '#contract/list.ts';
import { type Facet, NO_FACET } from '#contract/view/parameters.ts';
import type { View } from '#contract/view/view.ts';
import { explain } from '../../api/failures.ts';
import { writeFilterValue } from '../../columns/cellValue.ts';
import { formatNumber } from '../../lib/number.ts';
import { Button } from '../../ui/Button.tsx';
import { Popover } from '../../ui/Popover.tsx';
import { facetQuery } from '../list/lookups.ts';
import styles from './Facets.module.css';
import { chooseValue, facetOf, isChosen, withFacet } from './facet.ts';

interface FacetsProps extends Pick<View, 'filters' | 'theme'> {
  /** what is asked, without page and order */
  asked: string;
  /** of the list, whose counts the menus show; null before the first answer */
  moment: string | null;
  onAsk: (patch: Partial<View>) => void;
}

const MENUS = [
  { name: 'quality', label: 'Quality' },
  { name: 'layout', label: 'Layout' },
  { name: 'size', label: 'Size' },
] as const;

/** What the list is filtered by most: a menu for each column of few values, and the colours that fail. */
export const Facets = memo(function Facets({ filters, theme, asked, moment, onAsk }: FacetsProps) {
  const recording = facetOf(filters, 'record_on_start');
  return (
    <div className={styles.facets}>
      {MENUS.map(({ name, label }) => (
        <FacetMenu
          key={name}
          label={label}
          facet={facetOf(filters, name)}
          column={name}
          asked={asked}
          moment={moment}
          onChange={(facet) => onAsk({ filters: withFacet(filters, name, facet) })}
        />
      ))}
      <Button
        icon={<Circle size={15} aria-hidden />}
        aria-pressed={recording.include.includes('yes')}
        title="Only conferences that are recorded from their start"
        onClick={() =>
          onAsk({ filters: withFacet(filters, 'record_on_start', chooseValue(recording, 'yes', 'include')) })
        }
      >
        Recording
      </Button>
      <Button
        icon={<Palette size={15} aria-hidden />}
        aria-pressed={theme === 'fails'}
        title="Only conferences with colours of their own that fail WCAG AA"
        onClick={() => onAsk({ theme: theme === 'fails' ? 'any' : 'fails' })}
      >
        Theme fails AA
      </Button>
    </div>
  );
});

interface FacetMenuProps {
  label: string;
  facet: Facet;
  column: FacetColumn;
  /** what is asked, for the counts of the other filters */
  asked: string;
  /** of the list; null before the first answer */
  moment: string | null;
  onChange: (facet: Facet) => void;
}

/** Chooses values of one column, or rules them out, with the number of conferences that each would leave. */
function FacetMenu(props: FacetMenuProps) {
  const { label, facet } = props;
  const active = facet.include.length + facet.exclude.length;
  return (
    <Popover label={label} hint="filter" badge={active > 0 && <span className={styles.badge}>{active}</span>}>
      {() => <Values {...props} />}
    </Popover>
  );
}

function Values({ label, facet, column, asked, moment, onChange }: FacetMenuProps) {
  const { data: counts = [], error } = useQuery({
    ...facetQuery(column, asked, moment ?? ''),
    enabled: moment !== null,
  });
  const known = new Set(counts.map(({ value }) => value));
  const missing = [...facet.include, ...facet.exclude].filter((value) => !known.has(value));
  const values = [...counts, ...missing.map((value) => ({ value, count: 0 }))];
  return (
    <div className={styles.menu}>
      <ul>
        {values.map(({ value, count }) => (
          <li key={value} className={styles.value}>
            <button
              type="button"
              className={styles.include}
              aria-pressed={facet.include.includes(value)}
              onClick={() => onChange(chooseValue(facet, value, 'include'))}
            >
              <Check size={14} aria-hidden className={facet.include.includes(value) ? '' : styles.off} />
              <span className={styles.word}>{writeFilterValue(column, value)}</span>
              <span className={styles.count}>{formatNumber(count)}</span>
            </button>
            <button
              type="button"
              className={styles.exclude}
              aria-pressed={facet.exclude.includes(value)}
              aria-label={`All but ${writeFilterValue(column, value)}`}
              title={`All but ${writeFilterValue(column, value)}`}
              onClick={() => onChange(chooseValue(facet, value, 'exclude'))}
            >
              <Minus size={14} aria-hidden />
            </button>
          </li>
        ))}
      </ul>
      {values.length === 0 && (
        <p className={styles.none}>{error === null ? 'Nothing is loaded yet.' : explain(error).title}</p>
      )}
      {isChosen(facet) && (
        <Button look="plain" onClick={() => onChange(NO_FACET)}>
          Any {label.toLowerCase()}
        </Button>
      )}
    </div>
  );
}
