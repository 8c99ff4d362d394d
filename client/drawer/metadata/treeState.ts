/** What a reader did to a tree. Paths, not nodes: newer data keeps what was open. */
export interface TreeState {
  /** nodes that are the other way round than they were at first */
  toggled: ReadonlySet<string>;
  /** how many children are shown, where it is more than at first */
  limits: ReadonlyMap<string, number>;
}

export const UNTOUCHED: TreeState = { toggled: new Set(), limits: new Map() };

/** Small nodes near the top stand open until somebody closes them. */
export function isOpen(state: TreeState, path: string, level: number, children: number): boolean {
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
