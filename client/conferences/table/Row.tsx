import { type MouseEvent, memo, useEffect, useRef } from 'react';
import type { ColumnId } from '../../roster/columns.ts';
import type { Conference } from '../../roster/conference.ts';
import styles from './ConferencesTable.module.css';
import { CELLS } from './cells.tsx';

interface RowProps {
  conference: Conference;
  /** the shown columns, the same array for as long as they stay the same */
  columns: readonly ColumnId[];
  zone: string;
  query: string;
  narrow: boolean;
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

/** One conference. It is painted again only when its own content changes, and then marked for a moment. */
export const Row = memo(function Row(props: RowProps) {
  const { conference, columns, opened, gone, stop, onOpen, onFocus } = props;
  const row = useRef<HTMLTableRowElement>(null);
  const painted = useRef(conference);

  useEffect(() => {
    if (painted.current === conference) return;
    painted.current = conference;
    if (matchMedia('(prefers-reduced-motion: reduce)').matches) return;
    for (const cell of row.current?.cells ?? []) cell.animate(MARK, { duration: 1_600, easing: 'ease-out' });
  }, [conference]);

  const open = (event: MouseEvent) => {
    const selecting = String(getSelection() ?? '') !== '';
    if (!selecting && !(event.metaKey || event.ctrlKey)) onOpen(conference.id);
  };

  return (
    <tr
      ref={row}
      data-row={conference.id}
      className={styles.row}
      aria-current={opened || undefined}
      data-gone={gone || undefined}
      tabIndex={stop ? 0 : -1}
      onFocus={() => onFocus(conference.id)}
      onClick={open}
    >
      {columns.map((column) => {
        const Cell = CELLS[column];
        const Place = column === 'name' ? 'th' : 'td';
        return (
          <Place key={column} scope={column === 'name' ? 'row' : undefined} data-column={column}>
            <Cell conference={conference} zone={props.zone} query={props.query} narrow={props.narrow} />
            {column === 'name' && gone && <span className={styles.goneWord}>Gone from the list</span>}
          </Place>
        );
      })}
    </tr>
  );
});
