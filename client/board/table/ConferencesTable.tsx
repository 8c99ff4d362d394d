import { type OnChangeFn, type SortingState, useTable } from '@tanstack/react-table';
import { type CSSProperties, useCallback, useMemo, useRef, useState } from 'react';
import { type ColumnId, isColumnId } from '#contract/columns.ts';
import type { Conference } from '#contract/readConference.ts';
import { BY_URGENCY, type Sort } from '#contract/view/parameters.ts';
import { useClock } from '../../clock.ts';
import type { CellStyle, PageRow } from '../../columns/cells.tsx';
import {
  columns,
  features,
  isNarrow,
  toLayout,
  toOrder,
  type Widths,
  widthOf,
} from '../../columns/columns.tsx';
import { toYear } from '../../lib/day.ts';
import { boundWidth, type Density } from '../../preferences.ts';
import { readRem, useWidth } from '../../ui/useWidth.ts';
import type { Arrived } from '../list/whatNext.ts';
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
  /** number of the first of them among all that match, from 1 */
  first: number;
  shown: readonly ColumnId[];
  widths: Widths;
  density: Density;
  sort: Sort;
  zone: string;
  search: string;
  openId: string | null;
  /** ids on screen that are no longer in the list */
  gone: ReadonlySet<string>;
  /** ids that came to the page while nobody was there, and when that was, ms by the server's clock */
  arrived: Arrived;
  onSort: (sort: Sort) => void;
  onColumns: (columns: readonly ColumnId[]) => void;
  onWidths: (widths: Widths) => void;
  onOpen: (id: string) => void;
  /** a row got the keyboard's focus: an open drawer follows it */
  onFocusRow: (id: string) => void;
}

/** The conferences of one page. TanStack Table holds columns and sort; the markup and the keys are ours. */
export function ConferencesTable(props: ConferencesTableProps) {
  const { conferences, shown, sort, zone, search, openId, gone } = props;
  const frame = useRef<HTMLDivElement>(null);
  const room = useWidth(frame) / readRem();
  const narrow = isNarrow(room);
  const order = useMemo(() => toOrder(shown, narrow), [shown, narrow]);
  /** while a reader draws at the edge of a column */
  const [drawn, setDrawn] = useState<Widths | null>(null);
  const widths = drawn ?? props.widths;
  const layout = useMemo(() => toLayout(order, widths, room), [order, widths, room]);

  const year = useClock(useCallback((now) => toYear(now, zone), [zone]));
  const style = useMemo(() => ({ zone, year, search, narrow }), [zone, year, search, narrow]);
  const rows = useRows(conferences, style);

  const sorting = useMemo<SortingState>(() => [{ id: sort.column, desc: sort.descending }], [sort]);
  const changeSorting: OnChangeFn<SortingState> = (update) => {
    const [next] = typeof update === 'function' ? update(sorting) : update;
    props.onSort(
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
  const roving = useRovingStop(frame, { ids, columns: order, openId }, props.onOpen, props.onFocusRow);
  const move = (id: ColumnId, to: number) => {
    // What a phone leaves out of the table is still chosen.
    const moved = order.filter((other) => other !== id).toSpliced(Math.max(to, 0), 0, id);
    props.onColumns([...moved, ...shown.filter((other) => !moved.includes(other))]);
  };
  const resize = (id: ColumnId, rem: number, isDone: boolean) => {
    const next = { ...props.widths, [id]: boundWidth(rem) };
    setDrawn(isDone ? null : next);
    if (isDone) props.onWidths(next);
  };
  const variables: CSSProperties & Record<`--${string}`, string> = {
    '--tracks': layout.tracks,
    '--least': `${layout.rem}rem`,
    '--pin-status': layout.pins.status ?? 'auto',
    '--pin-name': layout.pins.name ?? 'auto',
    '--pinned': layout.pinned,
  };

  return (
    <div ref={frame} className={styles.frame} data-wide={layout.rem > room || undefined}>
      {/* Roles in words: browsers forget those of a table that is laid out as a grid. */}
      <table
        role="table"
        className={styles.table}
        style={variables}
        data-density={narrow ? 'roomy' : props.density}
        data-pinned={narrow ? undefined : true}
        data-drawn={Object.keys(widths).length > 0 || undefined}
        aria-label="Conferences"
        aria-rowcount={props.matching + 1}
        onKeyDown={roving.onKeyDown}
        onBlur={roving.onBlur}
      >
        <thead role="rowgroup">
          {table.getHeaderGroups().map((group) => (
            <tr key={group.id} role="row" aria-rowindex={1}>
              {group.headers.map((header) => (
                <SortHeader
                  key={header.id}
                  header={header}
                  direction={header.column.getIsSorted()}
                  width={isColumnId(header.id) ? widthOf(header.id, widths) : 0}
                  stop={roving.stop === `header:${header.id}`}
                  onFocus={roving.onFocus}
                  onMove={move}
                  onResize={resize}
                />
              ))}
            </tr>
          ))}
        </thead>
        <tbody role="rowgroup">
          {table.getRowModel().rows.map((row, place) => (
            <Row
              key={row.id}
              row={row}
              number={props.first + place}
              arrivedAt={props.arrived.ids.has(row.id) ? props.arrived.at : null}
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
