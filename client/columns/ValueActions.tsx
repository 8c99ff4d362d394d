import { ListFilter, ListX } from 'lucide-react';
import { createContext, useContext } from 'react';
import type { ColumnId } from '#contract/columns.ts';
import { Button } from '../ui/Button.tsx';
import { CopyButton } from '../ui/Copy.tsx';
import type { CellValue } from './cellValue.ts';
import { writeFilterValue } from './cellValue.ts';
import { headerOf } from './columns.tsx';

interface ValueActionsProps {
  column: ColumnId;
  cell: CellValue;
  /** with words beside the signs */
  worded?: boolean;
  /** after the list was filtered */
  onFiltered?: () => void;
}

/** What can be done with a value: filter by it, leave it out, copy it. One press each. */
export function ValueActions({ column, cell, worded = false, onFiltered }: ValueActionsProps) {
  const filter = useContext(FilterContext);
  const header = headerOf(column);
  const words = writeFilterValue(column, cell.value);
  const choose = (exclude: boolean) => {
    filter(column, cell.value, exclude);
    onFiltered?.();
  };
  return (
    <>
      <Button
        look="plain"
        icon={<ListFilter size={14} aria-hidden />}
        aria-label={`Only ${header}: ${words}`}
        title={`Only ${header}: ${words}`}
        onClick={() => choose(false)}
      >
        {worded ? 'Only' : undefined}
      </Button>
      <Button
        look="plain"
        icon={<ListX size={14} aria-hidden />}
        aria-label={`All but ${header}: ${words}`}
        title={`All but ${header}: ${words}`}
        onClick={() => choose(true)}
      >
        {worded ? 'All but' : undefined}
      </Button>
      {cell.copied !== null && <CopyButton label={`Copy ${header}`} text={cell.copied} labelled={worded} />}
    </>
  );
}

/**
 * Filters by a value of a column, "" for none: only rows that have it or, excluded, only rows that do not.
 */
export type FilterByValue = (column: ColumnId, value: string, exclude: boolean) => void;

/** How a value, wherever it stands, reaches the page's filters. */
export const FilterContext = createContext<FilterByValue>(() => {});
