import { type Box, FADE, type LanePicture, readBoxes } from './boxes.ts';
import { LOOKS, type Palette } from './palette.ts';
import { writeName } from './writeName.ts';

/** The height of so many lanes, px: roomy where few of them fill the picture, and never too low for their names. */
export function laneHeightFor(lanes: number): number {
  return lanes <= 5 ? 24 : 18;
}

/** Paints the lanes that are in sight: all bars of a status in one stroke, then the open ends, then the names. */
export function paintLanes(pen: CanvasRenderingContext2D, palette: Palette, picture: LanePicture): void {
  const { axis, x, width, height, selectedId } = picture;
  pen.fillStyle = palette.colour('line');
  for (const tick of axis.ticks) pen.fillRect(Math.round(x(tick.at)), 0, 1, height);

  const boxes = readBoxes(picture);
  for (const [status, look] of Object.entries(LOOKS)) {
    const own = boxes.filter(({ bar }) => bar.status === status);
    const whole = outline(own, (box) => box, 0.5);
    pen.fillStyle = palette.colour(look.fill);
    pen.fill(whole);
    if (look.core !== null) {
      pen.fillStyle = palette.colour(look.core);
      pen.fill(outline(own, (box) => box.core, 0));
    }
    pen.strokeStyle = palette.colour(look.edge);
    pen.lineWidth = 1;
    pen.stroke(whole);
  }
  fadeOpenEnds(pen, boxes, width);
  pen.fillStyle = palette.colour('surface');
  for (const { notch, top, height: tall } of boxes) if (notch !== null) pen.fillRect(notch - 1, top, 2, tall);
  for (const box of boxes) writeName(pen, palette, picture, box);
  const selected = boxes.filter(({ bar }) => bar.id === selectedId);
  pen.strokeStyle = palette.colour('accent');
  pen.lineWidth = 2;
  pen.stroke(outline(selected, (box) => box, -1));
}

/** The outlines of some boxes, so many px within them, as one path. */
function outline(
  boxes: readonly Box[],
  part: (box: Box) => { readonly left: number; readonly right: number },
  inset: number,
): Path2D {
  const path = new Path2D();
  for (const box of boxes) {
    const { left, right } = part(box);
    const tall = box.height - 2 * inset;
    path.roundRect(
      left + inset,
      box.top + inset,
      Math.max(right - left, 2) - 2 * inset,
      tall,
      Math.min(4, tall / 3),
    );
  }
  return path;
}

/** Windows without an end run out of the picture instead of stopping at its edge. */
function fadeOpenEnds(pen: CanvasRenderingContext2D, boxes: readonly Box[], width: number): void {
  const fade = (from: number, to: number) => {
    const gradient = pen.createLinearGradient(from, 0, to, 0);
    gradient.addColorStop(0, 'transparent');
    gradient.addColorStop(1, 'black');
    return gradient;
  };
  pen.globalCompositeOperation = 'destination-out';
  const before = boxes.filter(({ bar }) => bar.from === null);
  pen.fillStyle = fade(FADE, 0);
  for (const { top, height } of before) pen.fillRect(0, top - 1, FADE, height + 2);
  const after = boxes.filter(({ bar }) => bar.until === null);
  pen.fillStyle = fade(width - FADE, width);
  for (const { top, height } of after) pen.fillRect(width - FADE, top - 1, FADE, height + 2);
  pen.globalCompositeOperation = 'source-over';
}
