import { useRef } from 'react';
import type { ColumnId } from '#contract/columns.ts';
import { fitColumns, headerOf, toTracksOf } from '../columns/columns.tsx';
import { useWidth } from '../ui/useWidth.ts';
import styles from './Skeleton.module.css';

/** As many rows as most windows show. */
const PLACES = [...Array(12).keys()];

/** The table's own shape before its first rows: the same headers, widths and heights, so that nothing jumps. */
export function Skeleton({ columns, rows }: { columns: readonly ColumnId[]; rows: number }) {
  const frame = useRef<HTMLDivElement>(null);
  const order = fitColumns(columns, useWidth(frame), 16);
  const gridTemplateColumns = toTracksOf(order);
  return (
    <div ref={frame} className={styles.skeleton} aria-hidden>
      <div className={styles.headers} style={{ gridTemplateColumns }}>
        {order.map((id) => (
          <span key={id} data-column={id}>
            {headerOf(id)}
          </span>
        ))}
      </div>
      <div className={styles.rows}>
        {PLACES.slice(0, rows).map((place) => (
          <div key={place} className={styles.row} style={{ gridTemplateColumns }}>
            {order.map((id) => (
              <span key={id} data-column={id}>
                <i style={{ width: `${45 + ((place * 37 + id.length * 23) % 45)}%` }} />
              </span>
            ))}
          </div>
        ))}
      </div>
    </div>
  );
}
