/** The bytes of one answer that count among those in the air. */
export interface Load {
  /** Resolves when there is room for so many more bytes of this answer. */
  take(bytes: number): Promise<void>;
  /** Gives the room back: the answer is packed, or nobody wants it any more. */
  land(): void;
}

/**
 * One bound for the bytes of all answers that are being collected, checked and packed. When they are
 * `mostBytes` together, the oldest answer goes on and every other one waits, unread, until one has landed: so
 * there is always one that gets on, and never more in memory than the bound and one answer.
 */
export function createAir(mostBytes: number): { begin(): Load } {
  /** bytes of each, the oldest first */
  const loads = new Map<Load, number>();
  let held = 0;
  let change = Promise.withResolvers<void>();

  return {
    begin() {
      const load: Load = {
        async take(bytes) {
          while (loads.has(load) && held + bytes > mostBytes && loads.keys().next().value !== load)
            await change.promise;
          const before = loads.get(load);
          if (before === undefined) return;
          loads.set(load, before + bytes);
          held += bytes;
        },
        land() {
          held -= loads.get(load) ?? 0;
          loads.delete(load);
          change.resolve();
          change = Promise.withResolvers();
        },
      };
      loads.set(load, 0);
      return load;
    },
  };
}
