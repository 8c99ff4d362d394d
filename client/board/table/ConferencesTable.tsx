import { type OnChangeFn, type SortingState, useTable } from '@tanstack/react-table';
import { type CSSProperties, useCallback, useMemo, useRef } from 'react';
import { type ColumnId, isColumnId } from '#contract/columns.ts';
import type { Conference } from '#contract/readConference.ts';
import { BY_URGENCY, type Sort } from '#contract/view/parameters.ts';
import { useClock } from '../../clock.ts';
import type { CellStyle, PageRow } from '../../columns/cells.tsx';
import {
  columns,
  DEFAULT_COLUMNS,
  features,
  fitColumns,
  headerOf,
  toTracks,
} from '../../columns/columns.tsx';
import { useWidth } from '../../ui/useWidth.ts';
import { CellCard } from './CellCard.tsx';
import styles from './ConferencesTable.module.css';
import { Row } from './Row.tsx';
import { SortHeader } from './SortHeader.tsx';
import { useRovingStop } from './useRovingStop.ts';

interface ConferencesTableProps {
  /** the conferences of the page on screen, in order */
  conferences: readonly Conference[];
  /** all that match, over every page */
  matching: number;
  shown: readonly ColumnId[];
  sort: Sort;
  zone: string;
  query: string;
  openId: string | null;
  /** ids on screen that are no longer in the list */
  gone: ReadonlySet<string>;
  onSort: (sort: Sort) => void;
  onOpen: (id: string) => void;
  /** a row got the keyboard's focus: an open drawer follows it */
  onFocusRow: (id: string) => void;
}

/** The conferences of one page. TanStack Table holds columns and sort; the markup and the keys are ours. */
export function ConferencesTable(props: ConferencesTableProps) {
  const { conferences, shown, sort, zone, query, openId, gone, onSort } = props;
  const frame = useRef<HTMLDivElement>(null);
  const width = useWidth(frame);
  const rem = 16;
  const order = useMemo(() => fitColumns(shown, width, rem), [shown, width]);
  const narrow = !order.includes('join_from');
  /** what a reader switched on and does not see; the columns of the start go without a word */
  const left = shown.filter((id) => !order.includes(id) && !DEFAULT_COLUMNS.includes(id));

  const year = useClock(useCallback((now) => new Date(now).getUTCFullYear(), []));
  const style = useMemo(() => ({ zone, year, query, narrow }), [zone, year, query, narrow]);
  const rows = useRows(conferences, style);

  const sorting = useMemo<SortingState>(() => [{ id: sort.column, desc: sort.descending }], [sort]);
  const changeSorting: OnChangeFn<SortingState> = (update) => {
    const [next] = typeof update === 'function' ? update(sorting) : update;
    onSort(
      next !== undefined && isColumnId(next.id) ? { column: next.id, descending: next.desc } : BY_URGENCY,
    );
  };
  const visibility = useMemo(
    () => Object.fromEntries(columns.map((column) => [column.id, order.some((id) => id === column.id)])),
    [order],
  );

  const table = useTable({
    features,
    columns,
    data: rows,
    getRowId: ({ conference }) => conference.id,
    manualSorting: true,
    enableMultiSort: false,
    state: {
      sorting,
      columnOrder: [...order],
      columnVisibility: visibility,
    },
    onSortingChange: changeSorting,
  });

  const ids = useMemo(() => conferences.map(({ id }) => id), [conferences]);
  const roving = useRovingStop(frame, ids, props.onOpen, props.onFocusRow);
  const tracks: CSSProperties & Record<'--tracks', string> = {
    '--tracks': toTracks(
      table.getVisibleLeafColumns().map((column) => ({ id: column.id, size: column.getSize() })),
    ),
  };

  return (
    <div ref={frame} className={styles.frame}>
      {left.length > 0 && (
        <p className={styles.left}>
          No room for {left.map(headerOf).join(', ')}: hide another column, or widen the window.
        </p>
      )}
      <table
        className={styles.table}
        style={tracks}
        aria-label="Conferences"
        aria-rowcount={props.matching + 1}
        onKeyDown={roving.onKeyDown}
        onBlur={roving.onBlur}
      >
        <thead>
          {table.getHeaderGroups().map((group) => (
            <tr key={group.id}>
              {group.headers.map((header) => (
                <SortHeader
                  key={header.id}
                  header={header}
                  direction={header.column.getIsSorted()}
                  stop={roving.stop === `header:${header.id}`}
                  onFocus={roving.onFocus}
                />
              ))}
            </tr>
          ))}
        </thead>
        <tbody>
          {table.getRowModel().rows.map((row) => (
            <Row
              key={row.id}
              row={row}
              order={order.join()}
              opened={row.id === openId}
              gone={gone.has(row.id)}
              stop={roving.stop === `row:${row.id}`}
              onOpen={props.onOpen}
              onFocus={roving.onFocusRow}
            />
          ))}
        </tbody>
      </table>
      <CellCard frame={frame} conferences={conferences} zone={zone} />
    </div>
  );
}

/** Rows for the table: the same objects for as long as a conference and the way in which it is written stay the same. */
function useRows(conferences: readonly Conference[], style: CellStyle): PageRow[] {
  const known = useMemo(() => ({ style, rows: new WeakMap<Conference, PageRow>() }), [style]);
  return useMemo(
    () =>
      conferences.map((conference) => {
        const row = known.rows.get(conference) ?? { conference, style: known.style };
        known.rows.set(conference, row);
        return row;
      }),
    [conferences, known],
  );
}
