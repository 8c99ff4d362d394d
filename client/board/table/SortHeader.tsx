import { flexRender, type Header } from '@tanstack/react-table';
import { ArrowDown, ArrowUp, ChevronsUpDown } from 'lucide-react';
import { memo } from 'react';
import type { PageRow } from '../../columns/cells.tsx';
import type { features } from '../../columns/columns.tsx';
import styles from './ConferencesTable.module.css';

interface SortHeaderProps {
  header: Header<typeof features, PageRow>;
  direction: 'asc' | 'desc' | false;
  /** the one stop of the Tab key within the table */
  stop: boolean;
  onFocus: (stop: `header:${string}`) => void;
}

const ARIA_SORT = { asc: 'ascending', desc: 'descending', none: 'none' } as const;

/** The header of a column; a press sorts by it: up, down, and back to the order of urgency. */
export const SortHeader = memo(function SortHeader({ header, direction, stop, onFocus }: SortHeaderProps) {
  const { id, column } = header;
  return (
    <th scope="col" data-column={id} aria-sort={ARIA_SORT[direction || 'none']}>
      <button
        type="button"
        data-header={id}
        tabIndex={stop ? 0 : -1}
        onFocus={() => onFocus(`header:${id}`)}
        onClick={column.getToggleSortingHandler()}
      >
        {flexRender(column.columnDef.header, header.getContext())}
        {direction === false && <ChevronsUpDown size={13} aria-hidden className={styles.unsorted} />}
        {direction === 'asc' && <ArrowUp size={13} aria-hidden />}
        {direction === 'desc' && <ArrowDown size={13} aria-hidden />}
      </button>
    </th>
  );
});
