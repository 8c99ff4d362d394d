import type { ColumnId } from '#contract/columns.ts';
import { type Facet, type Filters, NO_FACET } from '#contract/view/parameters.ts';

/** What a column is filtered by. */
export function facetOf(filters: Filters, column: ColumnId): Facet {
  return filters[column] ?? NO_FACET;
}

/** Filters in which one column is filtered by something else. */
export function withFacet(filters: Filters, column: ColumnId, facet: Facet): Filters {
  const { [column]: _, ...others } = filters;
  return isChosen(facet) ? { ...others, [column]: facet } : others;
}

/** Whether a facet filters at all. */
export function isChosen({ include, exclude }: Facet): boolean {
  return include.length + exclude.length > 0;
}

/** A facet with a value wanted or unwanted; what it was already, it is no longer. */
export function chooseValue(facet: Facet, value: string, side: 'include' | 'exclude'): Facet {
  const without = (values: readonly string[]) => values.filter((other) => other !== value);
  const rest = { include: without(facet.include), exclude: without(facet.exclude) };
  if (facet[side].includes(value)) return rest;
  return { ...rest, [side]: [...rest[side], value] };
}
