import type { Facet } from '../view/parameters.ts';

/**
 * A facet as a table by code: 1 where the value is refused, 0 where it may stay. Code 0 is "no value": never
 * wanted by name, and never refused by an exclusion.
 *
 * @param values every value by its code, "" at 0
 */
export function toRefused({ include, exclude }: Facet, values: readonly string[]): Uint8Array {
  const wanted = new Set(include);
  const unwanted = new Set(exclude);
  return Uint8Array.from(values, (value) => {
    const refused = (wanted.size > 0 && !wanted.has(value)) || unwanted.has(value);
    return refused ? 1 : 0;
  });
}
