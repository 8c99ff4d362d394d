import { type RefObject, startTransition, useEffect, useMemo, useState } from 'react';
import { afterPaint } from '../../lib/afterPaint.ts';

/** px; rows are higher, or more of them would be written at first than are seen. */
const LEAST_HEIGHT = 48;

/** How many more places each way are written with each later frame: whoever types on waits for no more than these. */
const STEP = 50;

/** Places of the page, from the first one to before the last. */
interface Places {
  from: number;
  until: number;
}

interface Written<Row> {
  /** the rows that are being written */
  readonly rows: readonly Row[];
  /** what stands in the places */
  readonly standing: readonly Row[];
  /** how far they are written; null for all */
  readonly reach: Places | null;
}

/**
 * The rows of the page, those first that stand on screen: for the frame that answers a sort or a key of the
 * search, the places out of sight keep what stood there, or stay empty. They are written with the frames after it. A
 * page has two or three screens of rows, or many, so this is most of the work of an answer.
 */
export function useInViewFirst<Row>(
  rows: readonly Row[],
  frame: RefObject<HTMLElement | null>,
): readonly Row[] {
  const [painted, setPainted] = useState<Written<Row>>({ rows: [], standing: [], reach: null });
  const written = useMemo(
    () => (painted.rows === rows ? painted : write(rows, painted.standing, placesInView(frame.current))),
    [rows, painted, frame],
  );
  useEffect(() => {
    const { standing, reach } = written;
    if (reach === null && painted === written) return;
    const next =
      reach === null
        ? written
        : write(rows, standing, { from: reach.from - STEP, until: reach.until + STEP });
    return afterPaint(() => startTransition(() => setPainted(next)));
  }, [rows, painted, written]);
  return written.standing;
}

/** Writes rows into the places within reach; the others keep what stands there. */
function write<Row>(rows: readonly Row[], standing: readonly Row[], reach: Places | null): Written<Row> {
  if (reach === null || (reach.from <= 0 && reach.until >= rows.length))
    return { rows, standing: rows, reach: null };
  const mixed = rows.flatMap((row, place) => {
    if (place >= reach.from && place < reach.until) return [row];
    const before = standing[place];
    return before === undefined ? [] : [before];
  });
  return { rows, standing: mixed, reach };
}

/** null where all are written at once: nothing is laid out, or the focus is in a row and must find where it went. */
function placesInView(frame: HTMLElement | null): Places | null {
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
