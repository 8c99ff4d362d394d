/** Numbers that look random and are the same for the same keys, on every machine and in every run. */
export interface Dice {
  /** a number in [0, 1) */
  next(): number;
  /** true in `share` of all throws, `share` in [0, 1] */
  chance(share: number): boolean;
  /** a whole number, both ends included */
  between(low: number, high: number): number;
  pick<Item>(list: readonly Item[]): Item;
  /** in the form of a version 4 UUID */
  uuid(): string;
}

/** Throws the same sequence whenever the keys (whole numbers) are the same. */
export function createDice(...keys: readonly number[]): Dice {
  let state = mixKeys(keys);

  // mulberry32: 32 bits of state are plenty for believable data, and it costs nothing to start
  function next(): number {
    state = (state + 0x6d2b79f5) | 0;
    let bits = Math.imul(state ^ (state >>> 15), state | 1);
    bits ^= bits + Math.imul(bits ^ (bits >>> 7), bits | 61);
    return ((bits ^ (bits >>> 14)) >>> 0) / 2 ** 32;
  }

  function between(low: number, high: number): number {
    return low + Math.floor(next() * (high - low + 1));
  }

  return {
    next,
    between,
    chance: (share) => next() < share,
    pick(list) {
      const item = list[between(0, list.length - 1)];
      if (item === undefined) throw new RangeError('There is nothing to pick from an empty list.');
      return item;
    },
    uuid() {
      const digits = [next(), next(), next(), next()]
        .map((number) =>
          Math.floor(number * 2 ** 32)
            .toString(16)
            .padStart(8, '0'),
        )
        .join('');
      const variant = '89ab'.charAt(between(0, 3));
      return [
        digits.slice(0, 8),
        digits.slice(8, 12),
        `4${digits.slice(13, 16)}`,
        `${variant}${digits.slice(17, 20)}`,
        digits.slice(20),
      ].join('-');
    },
  };
}

function mixKeys(keys: readonly number[]): number {
  let hash = 0x9e3779b9;
  for (const key of keys) {
    hash = Math.imul(hash ^ (key | 0), 0x85ebca6b);
    hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
    hash ^= hash >>> 16;
  }
  return hash;
}
