import { scaleLinear } from 'd3-scale';
import { formatNumber } from '../lib/number.ts';
import type { Axis } from './axis.ts';
import { type Counts, stepOfCounts } from './counts.ts';
import type { Palette } from './palette.ts';

/** Heights of the parts above the lanes, px. */
const AXIS_HEIGHT = 38;
const HISTOGRAM_HEIGHT = 52;
export const HEAD_HEIGHT = AXIS_HEIGHT + HISTOGRAM_HEIGHT + 6;

/** Where the range begins, as a share of the width: the label of the histogram stands within it. */
const LABEL_SHARE = 0.04;

/** Half the width of the label that says what time it is, px. */
const NOW_REACH = 24;

interface Head {
  axis: Axis;
  counts: Counts;
  /** the most that is counted in sight */
  most: number;
  /** px of an instant */
  x: (instant: number) => number;
  width: number;
  /** ms; its own label stands over those of the lines */
  now: number;
}

/** Paints the axis in two lines, days over hours, and below it how many windows are open and sessions run. */
export function paintHead(pen: CanvasRenderingContext2D, palette: Palette, head: Head): void {
  paintAxis(pen, palette, head);
  paintHistogram(pen, palette, head);
}

function paintAxis(
  pen: CanvasRenderingContext2D,
  { colour, font }: Palette,
  { axis, x, width, now }: Head,
): void {
  const begins = axis.ticks.filter((tick) => tick.begins !== null);
  pen.textBaseline = 'middle';
  pen.font = `600 11px ${font}`;
  pen.fillStyle = colour('text');
  const firstAt = begins[0] === undefined ? width : x(begins[0].at);
  if (pen.measureText(axis.lead).width + 20 < firstAt) pen.fillText(axis.lead, 6, 10);
  let taken = 0;
  for (const tick of begins) {
    const left = x(tick.at) + 6;
    if (tick.begins === null || left < taken) continue;
    pen.fillText(tick.begins, left, 10);
    taken = left + pen.measureText(tick.begins).width + 8;
  }
  pen.font = `400 11px ${font}`;
  for (const tick of axis.ticks) {
    const at = Math.round(x(tick.at));
    pen.fillStyle = colour('line');
    pen.fillRect(at, tick.begins === null ? AXIS_HEIGHT - 16 : 2, 1, HEAD_HEIGHT);
    pen.fillStyle = colour('text-soft');
    const right = at + 5 + pen.measureText(tick.label).width;
    const covered = right > x(now) - NOW_REACH && at + 5 < x(now) + NOW_REACH;
    if (right < width && !covered) pen.fillText(tick.label, at + 5, 28);
  }
  pen.fillStyle = colour('line');
  pen.fillRect(0, AXIS_HEIGHT - 1, width, 1);
}

function paintHistogram(
  pen: CanvasRenderingContext2D,
  { colour, font }: Palette,
  { counts, most, x, width }: Head,
): void {
  const floor = AXIS_HEIGHT + HISTOGRAM_HEIGHT;
  const y = scaleLinear([0, Math.max(most, 4)], [floor, AXIS_HEIGHT + 12]);
  const step = stepOfCounts(counts);
  const area = (values: readonly number[]) => {
    // Its outline runs below the picture: only what counts is drawn.
    const path = new Path2D();
    path.moveTo(x(counts.from), floor + 2);
    values.forEach((count, part) => {
      // A single one among hundreds is seen too.
      const top = count === 0 ? floor + 2 : Math.min(y(count), floor - 1.5);
      path.lineTo(x(counts.from + part * step), top);
      path.lineTo(x(counts.from + (part + 1) * step), top);
    });
    path.lineTo(x(counts.until), floor + 2);
    return path;
  };
  pen.save();
  pen.beginPath();
  pen.rect(0, AXIS_HEIGHT, width, HISTOGRAM_HEIGHT);
  pen.clip();
  const open = area(counts.open);
  pen.fillStyle = colour('selected');
  pen.fill(open);
  pen.strokeStyle = colour('accent');
  pen.lineWidth = 1;
  pen.stroke(open);
  pen.fillStyle = colour('live');
  pen.fill(area(counts.running));
  pen.restore();

  pen.font = `400 10px ${font}`;
  pen.fillStyle = colour('text-faint');
  pen.fillText(`at most ${formatNumber(most)}`, LABEL_SHARE * width + 6, AXIS_HEIGHT + 8);
  pen.fillStyle = colour('line');
  pen.fillRect(0, floor, width, 1);
}
