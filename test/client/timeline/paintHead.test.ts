import { Temporal } from 'temporal-polyfill/implementation';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { readAxis } from '../../../client/timeline/axis.ts';
import { paintHead } from '../../../client/timeline/paintHead.ts';

const PALETTE = { colour: () => 'black', font: 'Inter' };
const HOUR = 3_600_000;
const WIDTH = 1_000;
/** px of each letter, as the stand-in for a canvas measures it */
const LETTER = 6;

beforeEach(() => {
  vi.stubGlobal(
    'Path2D',
    class {
      moveTo() {}
      lineTo() {}
    },
  );
});
afterEach(() => vi.unstubAllGlobals());

/** What is written along an axis of so many hours, from left to right, while it is `now`. */
function writeAxis(start: string, hours: number, now: string): string[] {
  const from = Date.parse(start);
  const span = { start: from, end: from + hours * HOUR };
  const x = (instant: number) => ((instant - from) / (hours * HOUR)) * WIDTH;
  const written: string[] = [];
  const pen = new Proxy<Record<string, unknown>>(
    {
      fillText: (text: string) => written.push(text),
      measureText: (text: string) => ({ width: text.length * LETTER }),
    },
    { get: (known, name) => known[String(name)] ?? (() => {}), set: () => true },
  );
  const counts = { from, until: span.end, open: [0], running: [null] };
  const axis = readAxis(Temporal, span, 'UTC', 12);
  const head = { axis, counts, most: 0, x, width: WIDTH, scale: 1, now: Date.parse(now) };
  paintHead(pen as unknown as CanvasRenderingContext2D, PALETTE, head);
  return written;
}

it('an axis that begins shortly before midnight says the day that begins, and not the one that ends', () => {
  expect(writeAxis('2026-11-27T23:00:00Z', 72, '2026-11-01T00:00:00Z')[0]).toBe('Sat 28 Nov');
  expect(writeAxis('2026-11-27T12:00:00Z', 24, '2026-11-01T00:00:00Z')[0]).toBe('Fri 27 Nov 2026');
});

it('an axis that begins at now says its day beside the label of now', () => {
  expect(writeAxis('2026-11-27T11:58:00Z', 1, '2026-11-27T12:00:00Z')[0]).toBe('Fri 27 Nov 2026');
});
