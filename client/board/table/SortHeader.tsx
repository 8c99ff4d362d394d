import type { Column } from '@tanstack/react-table';
import { ArrowDown, ArrowUp, ChevronsUpDown } from 'lucide-react';
import { memo } from 'react';
import { isColumnId } from '#contract/columns.ts';
import type { features, PageRow } from '../../columns/columns.ts';
import { COLUMN_HEADERS } from '../../roster/columns.ts';
import styles from './ConferencesTable.module.css';

interface SortHeaderProps {
  column: Column<typeof features, PageRow>;
  direction: 'asc' | 'desc' | false;
  /** the one stop of the Tab key within the table */
  stop: boolean;
  onFocus: (stop: `header:${string}`) => void;
}

const ARIA_SORT = { asc: 'ascending', desc: 'descending', none: 'none' } as const;

/** The header of a column; a press sorts by it: up, down, and not at all. */
export const SortHeader = memo(function SortHeader({ column, direction, stop, onFocus }: SortHeaderProps) {
  const { id } = column;
  return (
    <th scope="col" data-column={id} aria-sort={ARIA_SORT[direction || 'none']}>
      <button
        type="button"
        data-header={id}
        tabIndex={stop ? 0 : -1}
        onFocus={() => onFocus(`header:${id}`)}
        onClick={column.getToggleSortingHandler()}
      >
        {isColumnId(id) && COLUMN_HEADERS[id]}
        {direction === false && <ChevronsUpDown size={13} aria-hidden className={styles.unsorted} />}
        {direction === 'asc' && <ArrowUp size={13} aria-hidden />}
        {direction === 'desc' && <ArrowDown size={13} aria-hidden />}
      </button>
    </th>
  );
});
