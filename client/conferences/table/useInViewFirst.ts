import { type RefObject, useMemo } from 'react';
import { useAfterPaint } from '../../ui/useAfterPaint.ts';

/** px; rows are higher, or more of them would be written at first than are seen. */
const LEAST_HEIGHT = 48;

const NONE: readonly never[] = [];

/**
 * The rows of the page, those first that stand on screen: for the frame that answers a sort or a key of the
 * search, the places out of sight keep what stood there, or stay empty. After it they are written too. A page has two
 * or three screens of rows, so this is most of the work of an answer.
 */
export function useInViewFirst<Row>(
  rows: readonly Row[],
  frame: RefObject<HTMLElement | null>,
): readonly Row[] {
  const painted = useAfterPaint<readonly Row[]>(rows, NONE);
  return useMemo(() => {
    const inView = painted === rows ? null : placesInView(frame.current);
    if (inView === null) return rows;
    return rows.flatMap((row, place) => {
      if (place >= inView.from && place < inView.until) return [row];
      const before = painted[place];
      return before === undefined ? [] : [before];
    });
  }, [rows, painted, frame]);
}

/** null where all are written at once: nothing is laid out, or the focus is in a row and must find where it went. */
function placesInView(frame: HTMLElement | null): { from: number; until: number } | null {
  const body = frame?.querySelector('tbody') ?? null;
  if (body === null) return { from: 0, until: Math.ceil(innerHeight / LEAST_HEIGHT) };
  if (body.contains(document.activeElement)) return null;
  const { top, height } = body.getBoundingClientRect();
  const row = height / body.rows.length;
  if (!(row > 0)) return null;
  return {
    from: Math.floor(-top / row),
    until: Math.ceil((innerHeight - top) / row),
  };
}
