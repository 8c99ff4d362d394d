import type { Sort } from '#contract/view/parameters.ts';
import { sortName } from './facts.ts';
import { type Sql, sql } from './sql.ts';

/** A part of an order: the index that has it gives its rows one after another, and nothing is ever sorted. */
export interface Segment {
  readonly where: Sql;
  /** what its rows stand in the order of, all of them up or all of them down */
  readonly columns: readonly string[];
}

/**
 * The order of a sort as parts that follow each other: what has no value comes last, both ways. Ties stand in the order
 * in which conferences came.
 */
export function toSegments({ column }: Sort): readonly Segment[] {
  if (column === 'status') return [{ where: sql('1'), columns: ['rank', 'urgency_at', 'key'] }];
  const name = sortName(column);
  return [
    { where: sql(`${name} IS NOT NULL`), columns: [name, 'key'] },
    { where: sql(`${name} IS NULL`), columns: ['key'] },
  ];
}
