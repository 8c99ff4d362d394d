import { COLUMN_HEADERS, type ColumnId } from '../roster/columns.ts';
import styles from './Skeleton.module.css';

/** The table's own shape before its first rows: the same headers and heights, so that nothing jumps. */
export function Skeleton({ columns, rows }: { columns: readonly ColumnId[]; rows: number }) {
  return (
    <div className={styles.skeleton} aria-hidden>
      <div className={styles.headers}>
        {columns.map((id) => (
          <span key={id} data-column={id}>
            {COLUMN_HEADERS[id]}
          </span>
        ))}
      </div>
      {Array.from({ length: Math.min(rows, 12) }, (_, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: placeholders have no identity but their place
        <div key={index} className={styles.row}>
          {columns.map((id) => (
            <span key={id} data-column={id}>
              <i style={{ width: `${45 + ((index * 37 + id.length * 23) % 45)}%` }} />
            </span>
          ))}
        </div>
      ))}
    </div>
  );
}
