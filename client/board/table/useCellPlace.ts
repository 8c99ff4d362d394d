import { type RefObject, useCallback, useEffect, useEffectEvent, useState } from 'react';
import { type ColumnId, isColumnId } from '#contract/columns.ts';

/** A cell that a reader is at. */
export interface CellPlace {
  /** id of the conference of its row */
  id: string;
  column: ColumnId;
  cell: HTMLElement;
  /** the keyboard is in it, not only the pointer over it */
  focused: boolean;
}

/** How long (ms) a pointer rests on a cell before it is meant, and how long it may be away. */
const REST = 300;
const AWAY = 150;

/**
 * The cell of the table that the pointer rests on, a finger holds, or the keyboard is in; null for none. It stays
 * while the pointer or the focus is in the card that belongs to it.
 */
export function useCellPlace(
  frame: RefObject<HTMLElement | null>,
  card: RefObject<HTMLElement | null>,
): [CellPlace | null, () => void] {
  const [place, setPlace] = useState<CellPlace | null>(null);
  const leave = useCallback(() => setPlace(null), []);
  const isAt = useEffectEvent((cell: HTMLElement) => cell === place?.cell);

  useEffect(() => {
    const element = frame.current;
    if (element === null) return;
    const stop = new AbortController();
    const listen = <Name extends keyof HTMLElementEventMap>(
      name: Name,
      listener: (event: HTMLElementEventMap[Name]) => void,
    ) => element.addEventListener(name, listener, { signal: stop.signal });
    let timer: ReturnType<typeof setTimeout> | undefined;
    const soon = (next: CellPlace | null, wait: number) => {
      clearTimeout(timer);
      timer = setTimeout(() => setPlace(next), wait);
    };
    const now = (next: CellPlace | null) => {
      clearTimeout(timer);
      setPlace(next);
    };
    const isInCard = (target: EventTarget | null) =>
      target instanceof Node && card.current?.contains(target) === true;

    /** what is under the pointer belongs to the cell that the card is at */
    const isHere = (target: EventTarget | null) => {
      const cell = toPlace(target, false)?.cell;
      return isInCard(target) || (cell !== undefined && isAt(cell));
    };
    let met: HTMLElement | null = null;
    let at = '';
    // Only a pointer that moves comes to a cell: when the page moves under one that rests, the card goes.
    listen('pointerover', ({ target, pointerType }) => {
      met = null;
      if (pointerType === 'touch') return;
      if (isHere(target)) clearTimeout(timer);
      else soon(null, AWAY);
    });
    listen('pointermove', ({ target, pointerType, screenX, screenY }) => {
      const moved = at !== `${screenX} ${screenY}`;
      at = `${screenX} ${screenY}`;
      const next = toPlace(target, false);
      if (!moved || pointerType === 'touch' || next === null || next.cell === met || isHere(target)) return;
      met = next.cell;
      soon(next, REST);
    });
    listen('pointerleave', () => soon(null, AWAY));
    listen('focusin', ({ target }) => {
      if (isInCard(target)) return;
      const isCell = target instanceof HTMLElement && target.matches(CELL);
      now(isCell ? toPlace(target, true) : null);
    });
    listen('focusout', ({ relatedTarget }) => {
      if (!(relatedTarget instanceof Node && element.contains(relatedTarget))) now(null);
    });
    listen('contextmenu', (event) => {
      if (!(event instanceof PointerEvent) || event.pointerType !== 'touch') return;
      event.preventDefault();
      now(toPlace(event.target, false));
    });
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [frame, card]);

  return [place, leave];
}

const CELL = 'tbody [data-column]';

function toPlace(target: EventTarget | null, focused: boolean): CellPlace | null {
  const cell = target instanceof Element ? target.closest<HTMLElement>(CELL) : null;
  const id = cell?.parentElement?.dataset.row;
  const column = cell?.dataset.column ?? '';
  return cell === null || id === undefined || !isColumnId(column) ? null : { id, column, cell, focused };
}
