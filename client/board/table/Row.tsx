import { type MouseEvent, memo, useEffect, useRef } from 'react';
import type { ColumnId } from '#contract/columns.ts';
import type { Conference } from '#contract/readConference.ts';
import { CELLS } from '../../columns/cells.tsx';
import { isSameValue } from '../../roster/sameValue.ts';
import { useStatusNow } from '../../status/StatusBadge.tsx';
import styles from './ConferencesTable.module.css';

interface RowProps {
  conference: Conference;
  /** the shown columns, the same array for as long as they stay the same */
  columns: readonly ColumnId[];
  zone: string;
  /** the current one */
  year: number;
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

/**
 * A place of the page and the conference that stands in it. Another order writes other conferences into the same
 * places, which costs half of building new ones. It is painted again only when its own content changes, and when the
 * same conference has changed, it is marked for a moment.
 */
export const Row = memo(function Row(props: RowProps) {
  const { conference, columns, opened, gone, stop, onOpen, onFocus } = props;
  const row = useRef<HTMLTableRowElement>(null);
  const painted = useRef(conference);
  const marks = useRef<readonly Animation[]>([]);
  const status = useStatusNow(conference);

  useEffect(() => {
    const before = painted.current;
    if (before === conference) return;
    painted.current = conference;
    for (const mark of marks.current) mark.cancel();
    // Another list holds other objects of the same content.
    const changed = before.id === conference.id && !isSameValue(before.raw, conference.raw);
    const cells = changed && !isStill() ? [...(row.current?.cells ?? [])] : [];
    marks.current = cells.map((cell) => cell.animate(MARK, { duration: 1_600, easing: 'ease-out' }));
  }, [conference]);

  const open = (event: MouseEvent) => {
    const selecting = String(getSelection() ?? '') !== '';
    if (!selecting && !(event.metaKey || event.ctrlKey)) onOpen(conference.id);
  };

  const content = { ...props, status };
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
      {columns.map((column) =>
        column === 'name' ? (
          <th key={column} scope="row" data-column={column}>
            {CELLS[column](content)}
            {gone && <span className={styles.goneWord}>Gone from the list</span>}
          </th>
        ) : (
          <td key={column} data-column={column}>
            {CELLS[column](content)}
          </td>
        ),
      )}
    </tr>
  );
});

/** Whether the reader wants less motion. */
function isStill(): boolean {
  return matchMedia('(prefers-reduced-motion: reduce)').matches;
}
