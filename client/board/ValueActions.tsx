import { ListFilter, ListX } from 'lucide-react';
import { useContext } from 'react';
import type { ColumnId } from '#contract/columns.ts';
import type { CellValue } from '../columns/cellValue.ts';
import { COLUMN_HEADERS } from '../roster/columns.ts';
import { Button } from '../ui/Button.tsx';
import { CopyButton } from '../ui/CopyButton.tsx';
import { FilterContext } from './filterContext.ts';
import { writeFilterValue } from './filterWords.ts';

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
  const header = COLUMN_HEADERS[column];
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
