import { Fault } from '../http/Fault.ts';
import type { Limits } from '../limits.ts';

/** Where one entry of the page's `data` stands in the body, and how deeply it is nested. */
export interface Span {
  start: number;
  end: number;
  /** 0 for a text or a number, 1 for a flat object */
  depth: number;
}

const [QUOTE, BACKSLASH, COMMA, COLON] = [0x22, 0x5c, 0x2c, 0x3a];
const [OPEN_LIST, CLOSE_LIST, OPEN_OBJECT, CLOSE_OBJECT] = [0x5b, 0x5d, 0x7b, 0x7d];
const SPACE = 0x20;

/**
 * Reads over the bytes of a JSON text without building anything: counts its values, and finds the entries of
 * the list under its top key `data`. Of a text that is no JSON it answers something; parsing says so later.
 * Throws `upstream_too_large` beyond the most values or rows: 16 KB of gzip can hold five million, which would take
 * JSON.parse seconds and a gigabyte.
 */
export function readOutline(
  body: Uint8Array,
  { answerValues, answerRows }: Pick<Limits, 'answerValues' | 'answerRows'>,
): Span[] {
  let rows: Span[] = [];
  let values = 1;
  let depth = 0;
  /** whether nothing stands yet in the innermost container */
  let isEmpty = false;
  /** the latest text directly in the top container: where a colon follows, it was a key */
  let text: [number, number] = [0, 0];
  let key: unknown = '';
  /** depth of the list under `data` while the place is in it, else 0 */
  let rowsAt = 0;
  let row: Span | null = null;

  const endRow = (end: number) => {
    if (row === null) return;
    row.end = end;
    rows.push(row);
    row = null;
    if (rows.length > answerRows) throw new Fault('upstream_too_large');
  };
  for (let at = 0; at < body.length; at += 1) {
    const byte = body[at] ?? 0;
    if (byte <= SPACE) continue;
    if (byte === CLOSE_LIST || byte === CLOSE_OBJECT) {
      // An empty container was counted with a value in it.
      if (isEmpty) values -= 1;
      isEmpty = false;
      depth -= 1;
      if (rowsAt > depth) {
        endRow(at);
        rowsAt = 0;
      }
      continue;
    }
    if (byte === COMMA) {
      values += 1;
      if (values > answerValues) throw new Fault('upstream_too_large');
      if (rowsAt === depth) endRow(at);
      if (depth === 1) key = '';
      continue;
    }
    if (byte === COLON) {
      if (depth === 1) key = readKey(body.subarray(...text));
      continue;
    }
    isEmpty = false;
    if (rowsAt > 0 && row === null) row = { start: at, end: at, depth: 0 };
    if (byte === QUOTE) {
      const start = at;
      at += 1;
      while (at < body.length && body[at] !== QUOTE) at += body[at] === BACKSLASH ? 2 : 1;
      if (depth === 1) text = [start, at + 1];
    } else if (byte === OPEN_LIST || byte === OPEN_OBJECT) {
      depth += 1;
      values += 1;
      isEmpty = true;
      if (values > answerValues) throw new Fault('upstream_too_large');
      if (row !== null) row.depth = Math.max(row.depth, depth - rowsAt);
      if (depth === 2 && byte === OPEN_LIST && key === 'data') {
        // Of a key that stands twice, the last one counts.
        rows = [];
        rowsAt = depth;
      }
    }
  }
  return rows;
}

function readKey(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    return '';
  }
}
