/** What a reader did to a tree. Paths, not nodes: newer data keeps what was open. */
interface TreeState {
  /** nodes that are the other way round than they were at first */
  toggled: ReadonlySet<string>;
  /** how many children are shown, where it is more than at first */
  limits: ReadonlyMap<string, number>;
}

export const UNTOUCHED: TreeState = { toggled: new Set(), limits: new Map() };

/** Small nodes near the top stand open until somebody closes them. */
function isOpen(state: TreeState, path: string, level: number, children: number): boolean {
  const atFirst = level <= 2 && children <= 12;
  return state.toggled.has(path) ? !atFirst : atFirst;
}

/** Opens what is closed, closes what is open. */
export function toggle(state: TreeState, path: string): TreeState {
  const toggled = new Set(state.toggled);
  if (!toggled.delete(path)) toggled.add(path);
  return { ...state, toggled };
}

/** Shows more children of a node. */
export function showMore(state: TreeState, path: string, shown: number): TreeState {
  return { ...state, limits: new Map(state.limits).set(path, shown) };
}

/** A line of the tree. */
export type TreeRow = NodeRow | MoreRow;

interface Place {
  /** JSON Pointer (RFC 6901): the same node in a newer version of the data */
  path: string;
  /** counts from 1 */
  level: number;
  /** among its siblings, from 1 */
  position: number;
  siblings: number;
}

export interface NodeRow extends Place {
  kind: 'node';
  name: string;
  value: unknown;
  /** children it has; null for a value that can have none */
  children: number | null;
  open: boolean;
}

/** Stands for siblings that are not shown yet. */
interface MoreRow extends Place {
  kind: 'more';
  /** path of the node whose children they are */
  parent: string;
  left: number;
}

/** Children shown at once, and lines at most: what is wider or deeper opens step by step. */
export const CHILDREN = 100;
const LINES = 1_000;

interface Frame {
  path: string;
  level: number;
  entries: readonly (readonly [string, unknown])[];
  next: number;
  limit: number;
}

/**
 * The lines of a tree of JSON that are to be seen, top to bottom. It walks without recursion, so that no depth
 * is too deep, and only through what is open.
 *
 * @param keep while something is searched: of each object the keys to show; an object without entry shows all
 */
export function toTreeRows(
  root: object,
  state: TreeState,
  keep: ReadonlyMap<object, ReadonlySet<string>>,
): TreeRow[] {
  const frame = (value: object, path: string, level: number): Frame => {
    const kept = keep.get(value);
    const all = Object.entries(value);
    const entries = kept === undefined ? all : all.filter(([key]) => kept.has(key));
    return { path, level, entries, next: 0, limit: state.limits.get(path) ?? CHILDREN };
  };
  const rows: TreeRow[] = [];
  const stack = [frame(root, '', 1)];
  for (let top = stack.at(-1); top !== undefined && rows.length < LINES; top = stack.at(-1)) {
    const { path: parent, level, entries, limit } = top;
    const entry = entries[top.next];
    const place = { level, position: top.next + 1, siblings: entries.length };
    if (entry === undefined || top.next >= limit) {
      if (entry !== undefined)
        rows.push({
          kind: 'more',
          ...place,
          path: `${parent}/~more`,
          parent,
          left: entries.length - top.next,
        });
      stack.pop();
      continue;
    }
    top.next++;
    const [name, value] = entry;
    const path = `${parent}/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`;
    const branch = typeof value === 'object' && value !== null ? value : null;
    const children = branch === null ? null : Object.keys(branch).length;
    const open =
      children !== null && children > 0 && (keep.has(branch ?? root) || isOpen(state, path, level, children));
    rows.push({ kind: 'node', ...place, path, name, value, children, open });
    if (open && branch !== null) stack.push(frame(branch, path, level + 1));
  }
  return rows;
}

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
