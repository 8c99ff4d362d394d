import { type Box, FADE, type LanePicture } from './boxes.ts';
import { LOOKS, type Palette } from './palette.ts';

/** The name where it has room: in the part with the session, in the rest of the bar, or behind it. */
export function writeName(
  pen: CanvasRenderingContext2D,
  { colour, font }: Palette,
  picture: LanePicture,
  box: Box,
): void {
  const { width, laneHeight } = picture;
  const { status, from, until, title } = box.bar;
  const look = LOOKS[status];
  const faded = (end: number | null) => (end === null ? FADE / 2 : 0);
  const first = faded(from);
  const last = width - faded(until);
  const split = look.core === null ? box.left : Math.max(box.core.right, box.left);
  const rooms = [
    { left: box.core.left, right: Math.min(box.notch ?? split, split), ink: 'surface' },
    { left: Math.max(box.notch ?? split, box.core.left), right: split, ink: 'surface' },
    { left: split, right: box.right, ink: look.ink },
    { left: box.right, right: box.free - 4, ink: look.ink === 'text' ? 'text-soft' : look.ink },
  ] as const;
  const best = rooms
    .map(({ left, right, ink }) => ({
      start: Math.max(left, first) + 6,
      end: Math.min(right, last) - 4,
      ink,
    }))
    // The first that is roomy enough, else the roomiest.
    .reduce((found, room) => (roomOf(found) < ENOUGH && roomOf(room) > roomOf(found) ? room : found));
  if (roomOf(best) < LEAST) return;
  pen.font = `500 ${laneHeight >= 24 ? 12 : 11}px ${font}`;
  pen.textBaseline = 'middle';
  pen.fillStyle = colour(best.ink);
  pen.fillText(fitText(pen, title, roomOf(best)), best.start, box.top + box.height / 2 + 0.5);
}

/** Room that most names do with, and less than which says nothing, px. */
const ENOUGH = 110;
const LEAST = 34;

function roomOf({ start, end }: { start: number; end: number }): number {
  return end - start;
}

/** A text cut to a width (px) in the pen's font, with an ellipsis where something is missing. */
function fitText(pen: CanvasRenderingContext2D, text: string, width: number): string {
  const full = pen.measureText(text).width;
  if (full <= width) return text;
  const letters = [...text];
  const kept = Math.floor((letters.length * (width - 8)) / full);
  return kept < 2 ? '' : `${letters.slice(0, kept).join('').trimEnd()}…`;
}
