import { createContext } from 'react';
import type { ColumnId } from '#contract/columns.ts';

/**
 * Filters by a value of a column, "" for none: only rows that have it or, excluded, only rows that do not.
 */
export type FilterByValue = (column: ColumnId, value: string, exclude: boolean) => void;

/** How a value, wherever it stands, reaches the page's filters. */
export const FilterContext = createContext<FilterByValue>(() => {});
