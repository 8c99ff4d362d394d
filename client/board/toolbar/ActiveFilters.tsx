import { X } from 'lucide-react';
import { type ColumnId, isColumnId } from '#contract/columns.ts';
import type { View } from '#contract/view/view.ts';
import { writeFilterValue } from '../../columns/cellValue.ts';
import { headerOf } from '../../columns/columns.tsx';
import { Button } from '../../ui/Button.tsx';
import styles from './ActiveFilters.module.css';
import { chooseValue, facetOf, withFacet } from './facet.ts';

export interface ActiveFilter {
  /** what it does, in words: "Layout: not 5up" */
  words: string;
  onRemove: () => void;
}

/** Everything that narrows the list, each with its own way out, and one way out of all. */
export function ActiveFilters({
  filters,
  onClear,
}: {
  filters: readonly ActiveFilter[];
  onClear: () => void;
}) {
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
