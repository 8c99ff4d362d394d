import { readEnd, writeEnd } from '#contract/range/end.ts';
import { isProblem } from '#contract/range/problem.ts';
import { type FieldProblem, MISORDERED, type RangeField, resolveRange } from '#contract/range/resolve.ts';
import { loadTemporal } from '../lib/temporal.ts';

export interface TypedRange {
  readonly from: string;
  readonly to: string;
}

/**
 * What was typed, in canonical form, if it is a range that can be asked for at `now` (ms); else why not,
 * with the field to say it at: From after To is said where one was typing.
 */
export async function settle(
  typed: TypedRange,
  editing: RangeField,
  zone: string,
  now: number,
): Promise<TypedRange | FieldProblem> {
  const range = resolveRange(await loadTemporal(), typed, { zone, now, grid: 1 });
  if (!isProblem(range)) return { from: tidyEnd(typed.from), to: tidyEnd(typed.to) };
  return range.problem === MISORDERED ? { ...range, field: editing } : range;
}

/** An end in its canonical form; one that cannot be read stays as it is, for its author to mend. */
export function tidyEnd(text: string): string {
  const end = readEnd(text);
  return isProblem(end) ? text : writeEnd(end);
}
