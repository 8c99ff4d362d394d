import type { Pass, RowText, Walked } from '../../server/list/pass.ts';

/** A list in memory that keeps rows as the real one does, and remembers how they were handed over. */
export interface PlainList extends Walked {
  /** the text of each row that is there, by its id */
  readonly rows: ReadonlyMap<string, string>;
  /** rows of each call, one after another; a restart and an end as words */
  readonly calls: (number | string)[];
  /** runs before rows are taken in: what it throws, the list throws */
  onTake(): void;
}

export function createPlainList(): PlainList {
  const rows = new Map<string, string>();
  const calls: (number | string)[] = [];
  let before = new Set<string>();

  const beginPass = (): Pass => {
    let seen = new Set<string>();
    const put = (given: readonly RowText[]) => {
      list.onTake();
      const known = seen.size;
      for (const { id, text } of given) {
        rows.set(id, text);
        seen.add(id);
      }
      return seen.size - known;
    };
    return {
      take(given) {
        calls.push(given.length);
        return put(given);
      },
      restart() {
        calls.push('restart');
        seen = new Set();
      },
      end(last, whole) {
        calls.push(`end with ${last.length}${whole ? ', whole' : ''}`);
        put(last);
        if (!whole) return;
        for (const id of rows.keys()) if (!seen.has(id) && !before.has(id)) rows.delete(id);
        before = seen;
      },
    };
  };

  const list: PlainList = {
    rows,
    calls,
    onTake() {},
    beginPass,
    get size() {
      return rows.size;
    },
  };
  return list;
}
