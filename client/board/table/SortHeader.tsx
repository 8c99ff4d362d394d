import { flexRender, type Header } from '@tanstack/react-table';
import { ArrowDown, ArrowUp, ChevronsUpDown } from 'lucide-react';
import { type KeyboardEvent, memo, type PointerEvent, useRef } from 'react';
import { type ColumnId, isColumnId } from '#contract/columns.ts';
import type { PageRow } from '../../columns/cells.tsx';
import type { features } from '../../columns/columns.tsx';
import { readRem } from '../../ui/useWidth.ts';
import styles from './ConferencesTable.module.css';

interface SortHeaderProps {
  header: Header<typeof features, PageRow>;
  direction: 'asc' | 'desc' | false;
  /** of the column, rem */
  width: number;
  /** the one stop of the Tab key within the table */
  stop: boolean;
  onFocus: (stop: `header:${string}`) => void;
  /** puts a column to a place among the others */
  onMove: (id: ColumnId, place: number) => void;
  /** gives a column a width, rem; `isDone` when the reader lets go */
  onResize: (id: ColumnId, width: number, isDone: boolean) => void;
}

const ARIA_SORT = { asc: 'ascending', desc: 'descending', none: 'none' } as const;

/** By which a header that is dragged is told from anything else that can be. */
const DRAGGED = 'application/x-callboard-column';

/** rem of one press of a key. */
const WIDTH_STEP = 1;

/**
 * The header of a column; a press sorts by it: up, down, and back to the order of urgency. It is dragged to another
 * place, and its edge to another width; Ctrl+Shift and Shift with the arrows do the same.
 */
export const SortHeader = memo(function SortHeader(props: SortHeaderProps) {
  const { header, direction, width, stop, onFocus, onMove, onResize } = props;
  const { id, column } = header;
  const onKey = (event: KeyboardEvent) => {
    const step = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    if (step === undefined || !event.shiftKey || event.altKey || !isColumnId(id)) return;
    event.preventDefault();
    event.stopPropagation();
    if (event.ctrlKey || event.metaKey) onMove(id, header.index + step);
    else onResize(id, width + step * WIDTH_STEP, true);
  };
  return (
    <th
      role="columnheader"
      scope="col"
      data-column={id}
      aria-sort={ARIA_SORT[direction || 'none']}
      onDragOver={(event) => event.dataTransfer.types.includes(DRAGGED) && event.preventDefault()}
      onDrop={(event) => {
        const dragged = event.dataTransfer.getData(DRAGGED);
        if (isColumnId(dragged)) onMove(dragged, header.index);
      }}
    >
      <button
        type="button"
        data-header={id}
        tabIndex={stop ? 0 : -1}
        title="Shift+← → width, Ctrl+Shift+← → place"
        draggable
        onDragStart={(event) => event.dataTransfer.setData(DRAGGED, id)}
        onKeyDown={onKey}
        onFocus={() => onFocus(`header:${id}`)}
        onClick={column.getToggleSortingHandler()}
      >
        {flexRender(column.columnDef.header, header.getContext())}
        {direction === false && <ChevronsUpDown size={13} aria-hidden className={styles.unsorted} />}
        {direction === 'asc' && <ArrowUp size={13} aria-hidden />}
        {direction === 'desc' && <ArrowDown size={13} aria-hidden />}
      </button>
      <Edge onResize={(rem, isDone) => isColumnId(id) && onResize(id, rem, isDone)} />
    </th>
  );
});

/** The edge of a column, which a pointer draws to another width. The keyboard has keys for that. */
function Edge({ onResize }: { onResize: (rem: number, isDone: boolean) => void }) {
  const held = useRef<{ x: number; width: number } | null>(null);
  const draw = (event: PointerEvent, isDone: boolean) => {
    if (held.current === null) return;
    onResize((held.current.width + event.clientX - held.current.x) / readRem(), isDone);
    if (isDone) held.current = null;
  };
  return (
    <span
      aria-hidden
      className={styles.edge}
      onPointerDown={(event) => {
        const { parentElement } = event.currentTarget;
        if (event.button !== 0 || parentElement === null) return;
        held.current = { x: event.clientX, width: parentElement.getBoundingClientRect().width };
        event.currentTarget.setPointerCapture(event.pointerId);
      }}
      onPointerMove={(event) => draw(event, false)}
      onPointerUp={(event) => draw(event, true)}
      onLostPointerCapture={(event) => draw(event, true)}
    />
  );
}
