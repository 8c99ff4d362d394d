import { columnOf } from '#contract/columns.ts';
import type { FacetAnswer, FacetColumn } from '#contract/list.ts';
import { STATUS_FILTERS } from '#contract/status.ts';
import { NO_FACET } from '#contract/view/parameters.ts';
import type { Asking } from './asking.ts';
import { sortName, valueName } from './facts.ts';
import { without } from './filter.ts';
import { sql } from './sql.ts';

/**
 * The values of a column, and how many conferences have each among what all other filters leave: every value that the
 * list holds, the known ones, and those that the filter itself names, also when they count 0.
 */
export function findFacet(
  asking: Asking,
  column: FacetColumn,
  statuses: Readonly<Record<string, number>>,
): FacetAnswer {
  if (column === 'status')
    return { values: STATUS_FILTERS.map((value) => ({ value, count: statuses[value] ?? 0 })) };
  const { select, filter, question } = asking;
  const where = without(filter, column);
  const [value, order] = [valueName(column), sortName(column)];
  const found = select(
    sql(
      `SELECT ${value} AS value, sum(${where.text}) AS n FROM facts GROUP BY ${value} ORDER BY min(${order}) IS NULL, min(${order}), ${value}`,
      ...where.values,
    ),
  );
  const counts = new Map(found.map(({ value, n }) => [String(value ?? ''), Number(n)]));
  const { known = [] } = columnOf(column);
  const met = [...counts.keys()].filter((word) => word !== '' && !known.includes(word));
  const { include, exclude } = question.filters[column] ?? NO_FACET;
  const words = new Set([...known, ...met, ...include, ...exclude].filter(Boolean));
  return { values: [...words, ''].map((word) => ({ value: word, count: counts.get(word) ?? 0 })) };
}
