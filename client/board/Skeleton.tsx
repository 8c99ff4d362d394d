import { useRef } from 'react';
import type { ColumnId } from '#contract/columns.ts';
import { headerOf, isNarrow, toLayout, toOrder, type Widths } from '../columns/columns.tsx';
import type { Density } from '../preferences.ts';
import { readRem, useWidth } from '../ui/useWidth.ts';
import styles from './Skeleton.module.css';

/** As many rows as most windows show. */
const PLACES = [...Array(16).keys()];

interface SkeletonProps {
  columns: readonly ColumnId[];
  widths: Widths;
  density: Density;
  rows: number;
}

/** The table's own shape before its first rows: the same headers, widths and heights, so that nothing jumps. */
export function Skeleton({ columns, widths, density, rows }: SkeletonProps) {
  const frame = useRef<HTMLDivElement>(null);
  const room = useWidth(frame) / readRem();
  const order = toOrder(columns, isNarrow(room));
  const { tracks: gridTemplateColumns } = toLayout(order, widths, room);
  return (
    <div
      ref={frame}
      className={styles.skeleton}
      data-density={isNarrow(room) ? 'roomy' : density}
      aria-hidden
    >
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
