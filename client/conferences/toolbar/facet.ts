import type { Facet } from '../../view/parameters.ts';

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
