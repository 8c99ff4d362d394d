import { type KeyboardEvent, type RefObject, useCallback, useLayoutEffect, useRef, useState } from 'react';
import { readKey } from '../../ui/keys.ts';
import { CELL_CARD } from './CellCard.tsx';
import { enterDrawer } from './rows.ts';

/** `header:` or `row:` and an id: where the Tab key enters the table. */
type Stop = `header:${string}` | `row:${string}`;

/** Rows that Page Up and Page Down step over. */
const PAGE_STEP = 10;

/** Keys that are letters, on whatever layout. */
const LETTERS: ReadonlySet<string> = new Set(['j', 'k']);

/** The kind of a stop, and the id of its column or conference. */
function split(stop: Stop): readonly [string, string] {
  const colon = stop.indexOf(':');
  return [stop.slice(0, colon), stop.slice(colon + 1)];
}

/**
 * Makes the table one stop of the Tab key, worked from there by arrows, Home, End, Page Up, Page Down and
 * Enter: rows up and down, headers left and right, from the first row up into the headers, and from a row to the
 * right into its cells, where Enter leads to what can be done with a value. From the row whose drawer is open Enter
 * leads into that, and the Tab key comes back to that row.
 */
export function useRovingStop(
  frame: RefObject<HTMLElement | null>,
  { ids, columns, openId }: { ids: readonly string[]; columns: readonly string[]; openId: string | null },
  onOpen: (id: string) => void,
  onFocusRow: (id: string) => void,
) {
  const [wanted, setWanted] = useState<Stop | null>(null);
  const opened = ids.find((id) => id === openId);
  const first = opened ?? ids[0];
  const start: Stop = first === undefined ? 'header:status' : `row:${first}`;
  const isThere = ([kind, id]: readonly [string, string]) =>
    kind === 'header' ? columns.includes(id) : opened === undefined && ids.includes(id);
  const stop = wanted !== null && isThere(split(wanted)) ? wanted : start;

  const headers = () => [...(frame.current?.querySelectorAll<HTMLElement>('[data-header]') ?? [])];
  const rows = () => [...(frame.current?.querySelectorAll<HTMLElement>('[data-row]') ?? [])];

  /** the place of the row that has the focus; null for none */
  const held = useRef<number | null>(null);
  // Where that row has gone, the focus stays at its place.
  useLayoutEffect(() => {
    if (held.current !== null && document.activeElement === document.body) focusRow(held.current);
  });

  const focusRow = (index: number, cell: number | null = null) => {
    const list = rows();
    const row = list[Math.max(0, Math.min(index, list.length - 1))];
    if (row !== undefined) focusWithin(row, cell);
  };

  /** @param cell index of the cell that has the focus; null for the row itself */
  const onRowKey = (key: string, index: number, cell: number | null): boolean => {
    const last = (rows()[index]?.children.length ?? 1) - 1;
    const up = () => (index === 0 ? focusOn(headers()[cell ?? 0]) : focusRow(index - 1, cell));
    const moves: Record<string, () => void> = {
      ArrowDown: () => focusRow(index + 1, cell),
      j: () => focusRow(index + 1, cell),
      ArrowUp: up,
      k: () => focusRow(index - 1, cell),
      ArrowRight: () => focusRow(index, cell === null ? 0 : Math.min(cell + 1, last)),
      ArrowLeft: () => focusRow(index, cell === null || cell === 0 ? null : cell - 1),
      Home: () => (cell === null ? focusRow(0) : focusRow(index, 0)),
      End: () => (cell === null ? focusRow(ids.length - 1) : focusRow(index, last)),
      PageDown: () => focusRow(index + PAGE_STEP, cell),
      PageUp: () => focusRow(index - PAGE_STEP, cell),
      Enter: () => {
        const id = ids[index];
        if (cell !== null)
          frame.current?.querySelector<HTMLElement>(`[data-card="${CELL_CARD}"] button`)?.focus();
        else if (id !== undefined && id === opened) enterDrawer();
        else if (id !== undefined) onOpen(id);
      },
    };
    return run(moves, key);
  };

  const onHeaderKey = (key: string, index: number): boolean => {
    const list = headers();
    const moves: Record<string, () => void> = {
      ArrowRight: () => focusOn(list[Math.min(index + 1, list.length - 1)]),
      ArrowLeft: () => focusOn(list[Math.max(index - 1, 0)]),
      Home: () => focusOn(list[0]),
      End: () => focusOn(list.at(-1)),
      ArrowDown: () => focusRow(0),
    };
    return run(moves, key);
  };

  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const { target } = event;
    const key = readKey(event, (name) => LETTERS.has(name)) ?? event.key;
    if (event.ctrlKey || event.metaKey || event.altKey || !(target instanceof HTMLElement)) return;
    const header = headers().indexOf(target);
    // A press on a name leaves the focus on its link: that is its row.
    const row = rows().findIndex((element) => element.contains(target));
    const cell = cellOf(rows()[row], target);
    const handled = (row >= 0 && onRowKey(key, row, cell)) || (header >= 0 && onHeaderKey(key, header));
    if (handled) event.preventDefault();
  };

  const rowFocused = useCallback(
    (id: string, place: number) => {
      held.current = place;
      setWanted(`row:${id}`);
      onFocusRow(id);
    },
    [onFocusRow],
  );
  /** It was left by somebody: of a row that goes nobody is told. */
  const onBlur = () => {
    held.current = null;
  };
  return { stop, onKeyDown, onBlur, onFocus: setWanted, onFocusRow: rowFocused };
}

/** Which of a row's cells an element is; null for the row itself and for anything else. */
function cellOf(row: Element | undefined, element: Element | null): number | null {
  const index = element === null ? -1 : [...(row?.children ?? [])].indexOf(element);
  return index < 0 ? null : index;
}

/** Focuses a row, or one of its cells, which can be focused from then on. */
function focusWithin(row: HTMLElement, cell: number | null): void {
  const target = cell === null ? row : row.children[cell];
  if (!(target instanceof HTMLElement)) return;
  if (cell !== null) target.tabIndex = -1;
  focusOn(target);
}

/** Focuses what stands in the table and shows it whole: browsers leave what is half under something else as it is. */
function focusOn(element: HTMLElement | undefined): void {
  element?.focus({ preventScroll: true });
  element?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
}

function run(moves: Record<string, () => void>, key: string): boolean {
  const move = Object.hasOwn(moves, key) ? moves[key] : undefined;
  move?.();
  return move !== undefined;
}
