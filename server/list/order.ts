import type { Sort } from '#contract/view/parameters.ts';
import { sortName } from './facts.ts';
import { type Sql, sql } from './sql.ts';

/** A part of an order: the index that has it gives its rows one after another, and nothing is ever sorted. */
export interface Segment {
  readonly where: Sql;
  /** what stands behind ORDER BY */
  readonly by: string;
}

/**
 * The order of a sort as parts that follow each other: what has no value comes last, both ways. Ties stand in the order
 * in which conferences came.
 */
export function toSegments(sort: Sort): readonly Segment[] {
  const { column, descending } = sort;
  const down = descending ? ' DESC' : '';
  if (column === 'status') return [{ where: sql('1'), by: `rank${down}, urgency_at${down}, key${down}` }];
  const name = sortName(column);
  return [
    { where: sql(`${name} IS NOT NULL`), by: `${name}${down}, key${down}` },
    { where: sql(`${name} IS NULL`), by: `${name}${down}, key${down}` },
  ];
}
