import { replaceEqualDeep } from '@tanstack/react-query';
import type { Row as TableRow } from '@tanstack/react-table';
import { flexRender } from '@tanstack/react-table';
import { type MouseEvent, memo, useCallback, useEffect, useRef } from 'react';
import { linkToConference } from '#contract/view/view.ts';
import { useClock } from '../../clock.ts';
import type { PageRow } from '../../columns/cells.tsx';
import type { features } from '../../columns/columns.tsx';
import styles from './ConferencesTable.module.css';

interface RowProps {
  row: TableRow<typeof features, PageRow>;
  /** ids of the columns that are shown, in their order: another one, and the row is drawn anew */
  order: string;
  /** among all that match, from 1 */
  number: number;
  /** when it came to the page while nobody was there, ms by the server's clock */
  arrivedAt: number | null;
  /** its drawer is open */
  opened: boolean;
  /** it is no longer in the list, and goes when the reader asks for the new order */
  gone: boolean;
  /** the one stop of the Tab key within the table */
  stop: boolean;
  onOpen: (id: string) => void;
  /** it has the focus, at a place among the rows from 0 */
  onFocus: (id: string, place: number) => void;
}

/** A mark that fades, on what has just changed; `var()` keeps the colour where colours live. */
const MARK: Keyframe[] = [{ backgroundColor: 'var(--marked)' }, { backgroundColor: 'var(--surface)' }];

/** A conference in the table. When it changes, it is marked for a moment. */
function WrittenRow({ row, number, arrivedAt, opened, gone, stop, onOpen, onFocus }: RowProps) {
  const { conference } = row.original;
  const element = useRef<HTMLTableRowElement>(null);
  const painted = useRef(conference);

  useEffect(() => {
    const { raw } = painted.current;
    painted.current = conference;
    // A page that is taken anew holds other objects of the same content.
    if (replaceEqualDeep(raw, conference.raw) === raw || isStill()) return;
    for (const cell of element.current?.cells ?? [])
      cell.animate(MARK, { duration: 1_600, easing: 'ease-out' });
  }, [conference]);

  const open = (event: MouseEvent) => {
    const isOnLink = event.target instanceof Element && event.target.closest('a') !== null;
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.button === 1) {
      // The whole row is the link; on the name the browser itself does what it does with one.
      if (!isOnLink && !event.shiftKey) window.open(linkToConference(conference.id), '_blank', 'noopener');
      return;
    }
    event.preventDefault();
    if (String(getSelection() ?? '') === '') onOpen(conference.id);
  };

  return (
    <tr
      ref={element}
      role="row"
      aria-rowindex={number + 1}
      data-row={conference.id}
      className={styles.row}
      aria-current={opened || undefined}
      data-gone={gone || undefined}
      tabIndex={stop ? 0 : -1}
      onFocus={({ currentTarget }) => onFocus(conference.id, currentTarget.sectionRowIndex)}
      onClick={open}
      onAuxClick={(event) => event.button === 1 && open(event)}
    >
      {row.getVisibleCells().map((cell) => {
        const { id, column } = cell;
        const content = flexRender(column.columnDef.cell, cell.getContext());
        return column.id === 'name' ? (
          <th key={id} role="rowheader" scope="row" data-column={column.id}>
            {content}
            {gone && <span className={styles.goneWord}>Gone from the list</span>}
            {arrivedAt !== null && !gone && <NewMark since={arrivedAt} />}
          </th>
        ) : (
          <td key={id} role="cell" data-column={column.id}>
            {content}
          </td>
        );
      })}
    </tr>
  );
}

/** How long a row that came while nobody was there is said to be new, ms. */
const NEW_FOR = 60_000;

function NewMark({ since }: { since: number }) {
  const isNew = useClock(useCallback((now) => now - since < NEW_FOR, [since]));
  return isNew ? <span className={styles.newWord}>new</span> : null;
}

/** Written again only when something of its own changed: the table makes new rows of the same content. */
export const Row = memo(
  WrittenRow,
  ({ row: before, ...beforeProps }, { row, ...props }) =>
    before.original === row.original && replaceEqualDeep(beforeProps, props) === beforeProps,
);

/** Whether the reader wants less motion. */
function isStill(): boolean {
  return matchMedia('(prefers-reduced-motion: reduce)').matches;
}
