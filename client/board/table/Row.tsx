import { replaceEqualDeep } from '@tanstack/react-query';
import type { Row as TableRow } from '@tanstack/react-table';
import { flexRender } from '@tanstack/react-table';
import { type MouseEvent, memo, useEffect, useRef } from 'react';
import type { PageRow } from '../../columns/cells.tsx';
import type { features } from '../../columns/columns.tsx';
import styles from './ConferencesTable.module.css';

interface RowProps {
  row: TableRow<typeof features, PageRow>;
  /** ids of the columns that are shown, in their order */
  order: string;
  /** its drawer is open */
  opened: boolean;
  /** it is no longer in the list, and goes when the reader asks for the new order */
  gone: boolean;
  /** the one stop of the Tab key within the table */
  stop: boolean;
  onOpen: (id: string) => void;
  onFocus: (id: string) => void;
}

/** A mark that fades, on what has just changed; `var()` keeps the colour where colours live. */
const MARK: Keyframe[] = [{ backgroundColor: 'var(--marked)' }, { backgroundColor: 'transparent' }];

/** A conference in the table. When it changes, it is marked for a moment. */
function WrittenRow({ row, opened, gone, stop, onOpen, onFocus }: RowProps) {
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
    const selecting = String(getSelection() ?? '') !== '';
    if (!selecting && !(event.metaKey || event.ctrlKey)) onOpen(conference.id);
  };

  return (
    <tr
      ref={element}
      data-row={conference.id}
      className={styles.row}
      aria-current={opened || undefined}
      data-gone={gone || undefined}
      tabIndex={stop ? 0 : -1}
      onFocus={() => onFocus(conference.id)}
      onClick={open}
    >
      {row.getVisibleCells().map((cell) => {
        const { id, column } = cell;
        const content = flexRender(column.columnDef.cell, cell.getContext());
        return column.id === 'name' ? (
          <th key={id} scope="row" data-column={column.id}>
            {content}
            {gone && <span className={styles.goneWord}>Gone from the list</span>}
          </th>
        ) : (
          <td key={id} data-column={column.id}>
            {content}
          </td>
        );
      })}
    </tr>
  );
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
