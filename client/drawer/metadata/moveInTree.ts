import type { TreeRow } from './treeRows.ts';

/**
 * What a key does on a line of a tree, as the ARIA practices have it: go to another line, press this one, or
 * nothing (null).
 */
export function moveInTree(key: string, rows: readonly TreeRow[], at: number): TreeRow | 'press' | null {
  const row = rows[at];
  if (row === undefined) return null;
  const branch = row.kind === 'node' && row.children !== null && row.children > 0;
  const moves: Readonly<Record<string, () => TreeRow | 'press' | undefined>> = {
    ArrowDown: () => rows[at + 1] ?? row,
    ArrowUp: () => rows[at - 1] ?? row,
    Home: () => rows[0],
    End: () => rows.at(-1),
    Enter: () => 'press',
    ' ': () => 'press',
    ArrowRight: () => {
      if (!branch) return row;
      return row.open ? rows[at + 1] : 'press';
    },
    ArrowLeft: () => {
      if (branch && row.open) return 'press';
      return rows.slice(0, at).findLast(({ level }) => level < row.level) ?? row;
    },
  };
  return (Object.hasOwn(moves, key) ? moves[key]?.() : undefined) ?? null;
}
