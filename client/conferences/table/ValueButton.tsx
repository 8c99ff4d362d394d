import { createContext, useContext } from 'react';
import styles from './cells.module.css';

/** Columns by whose values the list can be filtered. */
export type FacetColumn = 'status' | 'quality' | 'layout' | 'size';

/** Filters by a value: only rows that have it or, excluded, only rows that do not. */
export type FilterByValue = (column: FacetColumn, value: string, exclude: boolean) => void;

/** How a cell reaches the page's filter. A context, so that rows stay memoised on what they show. */
export const FilterContext = createContext<FilterByValue>(() => {});

/**
 * A value that filters when pressed, and excludes when pressed with Alt. It is no stop of the Tab key: the
 * table has one stop, and the filter menus do the same by keyboard.
 */
export function ValueButton({ column, value }: { column: FacetColumn; value: string }) {
  const filter = useContext(FilterContext);
  return (
    <button
      type="button"
      tabIndex={-1}
      className={styles.value}
      title={`Show only ${value} · with Alt: all but ${value}`}
      onClick={(event) => {
        event.stopPropagation();
        filter(column, value, event.altKey);
      }}
    >
      {value}
    </button>
  );
}
