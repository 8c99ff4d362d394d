import { type OnChangeFn, type SortingState, useTable } from '@tanstack/react-table';
import { type CSSProperties, useCallback, useMemo, useRef } from 'react';
import { type ColumnId, isColumnId } from '#contract/columns.ts';
import type { Conference } from '#contract/readConference.ts';
import type { Sort } from '#contract/view/parameters.ts';
import { useClock } from '../../clock.ts';
import { columns, features, fitColumns, type PageRow, toTracks } from '../../columns/columns.ts';
import { COLUMN_HEADERS, DEFAULT_COLUMNS } from '../../roster/columns.ts';
import { useWidth } from '../../ui/useWidth.ts';
import { CellCard } from './CellCard.tsx';
import styles from './ConferencesTable.module.css';
import { Row } from './Row.tsx';
import { SortHeader } from './SortHeader.tsx';
import { useInViewFirst } from './useInViewFirst.ts';
import { useRovingStop } from './useRovingStop.ts';

interface ConferencesTableProps {
  /** the conferences of the page on screen, in order */
  conferences: readonly Conference[];
  /** all that match, over every page */
  matching: number;
  shown: readonly ColumnId[];
  sort: Sort | null;
  page: number;
  rows: number;
  zone: string;
  query: string;
  openId: string | null;
  /** ids on screen that are no longer in the list */
  gone: ReadonlySet<string>;
  onSort: (sort: Sort | null) => void;
  onOpen: (id: string) => void;
  /** a row got the keyboard's focus: an open drawer follows it */
  onFocusRow: (id: string) => void;
}

/** The conferences of one page. TanStack Table holds columns and state; the markup and the keys are ours. */
export function ConferencesTable(props: ConferencesTableProps) {
  const { shown, sort, openId, gone, onSort } = props;
  const frame = useRef<HTMLDivElement>(null);
  const placed = useMemo(
    () => props.conferences.map((conference, place) => ({ place, conference, query: props.query })),
    [props.conferences, props.query],
  );
  const rows = useInViewFirst<PageRow>(placed, frame);
  const conferences = useMemo(() => rows.map(({ conference }) => conference), [rows]);
  const width = useWidth(frame);
  const rem = 16;
  const order = useMemo(() => fitColumns(shown, width, rem), [shown, width]);
  const tracks: CSSProperties & Record<'--tracks', string> = { '--tracks': toTracks(order) };
  const narrow = !order.includes('join_from');
  /** what a reader switched on and does not see; the columns of the start go without a word */
  const left = shown.filter((id) => !order.includes(id) && !DEFAULT_COLUMNS.includes(id));

  const sorting = useMemo<SortingState>(
    () => (sort === null ? [] : [{ id: sort.column, desc: sort.descending }]),
    [sort],
  );
  const changeSorting: OnChangeFn<SortingState> = (update) => {
    const [next] = typeof update === 'function' ? update(sorting) : update;
    onSort(next !== undefined && isColumnId(next.id) ? { column: next.id, descending: next.desc } : null);
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
    manualPagination: true,
    rowCount: props.matching,
    state: {
      sorting,
      pagination: { pageIndex: props.page - 1, pageSize: props.rows },
      columnOrder: [...order],
      columnVisibility: visibility,
    },
    onSortingChange: changeSorting,
  });

  const ids = conferences.map((conference) => conference.id);
  const roving = useRovingStop(frame, ids, props.onOpen, props.onFocusRow);
  const year = useClock(useCallback((now) => new Date(now).getUTCFullYear(), []));

  return (
    <div ref={frame} className={styles.frame}>
      {left.length > 0 && (
        <p className={styles.left}>
          No room for {left.map((id) => COLUMN_HEADERS[id]).join(', ')}: hide another column, or widen the
          window.
        </p>
      )}
      <table
        className={styles.table}
        style={tracks}
        aria-label="Conferences"
        aria-rowcount={props.matching + 1}
        onKeyDown={roving.onKeyDown}
      >
        <thead>
          {table.getHeaderGroups().map((group) => (
            <tr key={group.id}>
              {group.headers.map(({ id, column }) => (
                <SortHeader
                  key={id}
                  column={column}
                  direction={column.getIsSorted()}
                  stop={roving.stop === `header:${id}`}
                  onFocus={roving.onFocus}
                />
              ))}
            </tr>
          ))}
        </thead>
        <tbody>
          {table.getRowModel().rows.map(({ id, original: { place, conference, query } }) => (
            <Row
              key={place}
              conference={conference}
              columns={order}
              zone={props.zone}
              year={year}
              query={query}
              narrow={narrow}
              opened={id === openId}
              gone={gone.has(id)}
              stop={roving.stop === `row:${id}`}
              onOpen={props.onOpen}
              onFocus={roving.onFocusRow}
            />
          ))}
        </tbody>
      </table>
      <CellCard frame={frame} conferences={conferences} zone={props.zone} />
    </div>
  );
}
