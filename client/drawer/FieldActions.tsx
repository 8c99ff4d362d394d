import type { ColumnId } from '#contract/columns.ts';
import type { Conference } from '#contract/readConference.ts';
import { readClock } from '../clock.ts';
import { toCellValue } from '../columns/cellValue.ts';
import { ValueActions } from '../columns/ValueActions.tsx';

interface FieldActionsProps {
  conference: Conference;
  column: ColumnId;
  /** IANA zone, for days */
  zone?: string;
}

/** What can be done with a value that the table has a column for: filter the list by it, or copy it. */
export function FieldActions({ conference, column, zone = 'UTC' }: FieldActionsProps) {
  // Only a status can be old, and no field here is one.
  return (
    <ValueActions
      column={column}
      cell={toCellValue(conference, column, { zone, now: readClock(), old: null })}
    />
  );
}
