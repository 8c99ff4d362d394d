import { type KeyboardEvent, type RefObject, useCallback, useState } from 'react';

/** `header:` or `row:` and an id: where the Tab key enters the table. */
type Stop = `header:${string}` | `row:${string}`;

/** Rows that Page Up and Page Down step over. */
const PAGE_STEP = 10;

/**
 * Makes the table one stop of the Tab key, worked from there by arrows, Home, End, Page Up, Page Down and
 * Enter: rows up and down, headers left and right, and from the first row up into the headers.
 */
export function useRovingStop(
  frame: RefObject<HTMLElement | null>,
  ids: readonly string[],
  onOpen: (id: string) => void,
  onFocusRow: (id: string) => void,
) {
  const [wanted, setWanted] = useState<Stop | null>(null);
  const first: Stop = ids[0] === undefined ? 'header:status' : `row:${ids[0]}`;
  const present = wanted !== null && (wanted.startsWith('header:') || ids.includes(wanted.slice(4)));
  const stop = present ? wanted : first;

  const headers = () => [...(frame.current?.querySelectorAll<HTMLElement>('[data-header]') ?? [])];
  const rows = () => [...(frame.current?.querySelectorAll<HTMLElement>('[data-row]') ?? [])];

  const focusRow = (index: number) => {
    const list = rows();
    list[Math.max(0, Math.min(index, list.length - 1))]?.focus();
  };

  const onRowKey = (key: string, index: number): boolean => {
    const moves: Record<string, () => void> = {
      ArrowDown: () => focusRow(index + 1),
      j: () => focusRow(index + 1),
      ArrowUp: () => (index === 0 ? headers()[0]?.focus() : focusRow(index - 1)),
      k: () => focusRow(index - 1),
      Home: () => focusRow(0),
      End: () => focusRow(ids.length - 1),
      PageDown: () => focusRow(index + PAGE_STEP),
      PageUp: () => focusRow(index - PAGE_STEP),
      Enter: () => {
        const id = ids[index];
        if (id !== undefined) onOpen(id);
      },
    };
    return run(moves, key);
  };

  const onHeaderKey = (key: string, index: number): boolean => {
    const list = headers();
    const moves: Record<string, () => void> = {
      ArrowRight: () => list[Math.min(index + 1, list.length - 1)]?.focus(),
      ArrowLeft: () => list[Math.max(index - 1, 0)]?.focus(),
      Home: () => list[0]?.focus(),
      End: () => list.at(-1)?.focus(),
      ArrowDown: () => focusRow(0),
    };
    return run(moves, key);
  };

  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (event.ctrlKey || event.metaKey || event.altKey || !(event.target instanceof HTMLElement)) return;
    const row = rows().indexOf(event.target);
    const header = headers().indexOf(event.target);
    const handled = (row >= 0 && onRowKey(event.key, row)) || (header >= 0 && onHeaderKey(event.key, header));
    if (handled) event.preventDefault();
  };

  const rowFocused = useCallback(
    (id: string) => {
      setWanted(`row:${id}`);
      onFocusRow(id);
    },
    [onFocusRow],
  );
  return { stop, onKeyDown, onFocus: setWanted, onFocusRow: rowFocused };
}

function run(moves: Record<string, () => void>, key: string): boolean {
  const move = Object.hasOwn(moves, key) ? moves[key] : undefined;
  move?.();
  return move !== undefined;
}
