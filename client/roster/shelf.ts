/** Things by name, each made when it is first asked for. */
export interface Shelf<Name, Thing> {
  get(name: Name): Thing;
  /** those that were made so far */
  made(): Iterable<[Name, Thing]>;
}

export function createShelf<Name, Thing>(
  make: (name: Name) => Thing,
  start: Iterable<[Name, Thing]> = [],
): Shelf<Name, Thing> {
  const things = new Map(start);
  return {
    get(name) {
      const known = things.get(name);
      if (known !== undefined) return known;
      const thing = make(name);
      things.set(name, thing);
      return thing;
    },
    made: () => things,
  };
}
