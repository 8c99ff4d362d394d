import { LRUCache } from 'lru-cache';
import type { Asking } from './asking.ts';

/**
 * Keeps answers of one kind until a row changes: all who ask the same share one.
 *
 * @param most so many are kept; the least recently asked goes
 * @param nameOf all that an answer depends on, besides the rows
 */
export function keep<Rest extends readonly unknown[], Answer extends object>(
  most: number,
  nameOf: (asking: Asking, ...rest: Rest) => readonly unknown[],
  find: (asking: Asking, ...rest: Rest) => Answer,
): (asking: Asking, ...rest: Rest) => Answer {
  const kept = new LRUCache<string, Answer>({ max: most });
  return function answer(asking, ...rest) {
    const name = JSON.stringify([asking.store.rev, ...nameOf(asking, ...rest)]);
    const known = kept.get(name);
    if (known !== undefined) return known;
    const found = find(asking, ...rest);
    kept.set(name, found);
    return found;
  };
}
