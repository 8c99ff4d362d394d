import { X } from 'lucide-react';
import { type ColumnId, isColumnId } from '#contract/columns.ts';
import type { View } from '#contract/view/view.ts';
import { writeFilterValue } from '../../columns/cellValue.ts';
import { headerOf } from '../../columns/columns.tsx';
import { describeDates } from '../../range/describe.ts';
import { Button } from '../../ui/Button.tsx';
import styles from './ActiveFilters.module.css';
import { chooseValue, facetOf, withFacet } from './facet.ts';

interface ActiveFilter {
  /** what it does, in words: "Layout: not 5up" */
  words: string;
  onRemove: () => void;
}

interface ActiveFiltersProps {
  view: View;
  /** IANA zone */
  zone: string;
  onAsk: (patch: Partial<View>) => void;
  onClear: () => void;
}

/** Everything that narrows the list, each with its own way out, and one way out of all. */
export function ActiveFilters({ view, zone, onAsk, onClear }: ActiveFiltersProps) {
  const filters = [...describeDateFilter(view, zone, onAsk), ...describeFilters(view, onAsk)];
  if (filters.length === 0) return null;
  return (
    <ul className={styles.filters} aria-label="Active filters">
      {filters.map(({ words, onRemove }) => (
        <li key={words} className={styles.filter}>
          {words}
          <button
            type="button"
            className={styles.remove}
            aria-label={`Remove filter ${words}`}
            onClick={onRemove}
          >
            <X size={12} aria-hidden />
          </button>
        </li>
      ))}
      <li>
        <Button look="plain" className={styles.clear} onClick={onClear}>
          Clear filters
        </Button>
      </li>
    </ul>
  );
}

/** The dates as one filter; none while any time will do. */
function describeDateFilter(view: View, zone: string, ask: ActiveFiltersProps['onAsk']): ActiveFilter[] {
  if (view.from === '' && view.to === '') return [];
  const onRemove = () => ask({ from: '', to: '', undated: false });
  return [{ words: `Dates: ${describeDates(view, zone)}`, onRemove }];
}

const SIDES = ['include', 'exclude'] as const;

/** The view's filters but the search and the dates, in words, each with its way out. */
export function describeFilters(view: View, change: (patch: Partial<View>) => void): ActiveFilter[] {
  const describeFacet = (column: ColumnId): ActiveFilter[] => {
    const facet = facetOf(view.filters, column);
    return SIDES.flatMap((side) =>
      facet[side].map((value) => ({
        words: `${headerOf(column)}: ${side === 'exclude' ? 'not ' : ''}${writeFilterValue(column, value)}`,
        onRemove: () =>
          change({ filters: withFacet(view.filters, column, chooseValue(facet, value, side)), page: 1 }),
      })),
    );
  };
  const theme: ActiveFilter = {
    words: 'Theme fails AA',
    onRemove: () => change({ theme: 'any', page: 1 }),
  };
  const session: ActiveFilter = {
    words: `Session: ${view.session}`,
    onRemove: () => change({ session: null, page: 1 }),
  };
  return [
    ...Object.keys(view.filters).filter(isColumnId).flatMap(describeFacet),
    ...(view.theme === 'fails' ? [theme] : []),
    ...(view.session === null ? [] : [session]),
  ];
}
