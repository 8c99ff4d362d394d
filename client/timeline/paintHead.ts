import type { Axis } from './axis.ts';
import { type Counts, stepOfCounts } from './counts.ts';
import type { Palette } from './palette.ts';

/** Heights of the parts above the lanes, px at a scale of 1; the legend and the controls stand over the top of the histogram. */
const HISTOGRAM_HEIGHT = 72;
const AXIS_HEIGHT = 14;
export const HEAD_HEIGHT = HISTOGRAM_HEIGHT + AXIS_HEIGHT;
const LEGEND_HEIGHT = 24;

/** Half the width of the label that says what time it is, px at a scale of 1. */
const NOW_REACH = 24;

interface Head {
  axis: Axis;
  counts: Counts;
  /** the most that is counted in sight */
  most: number;
  /** px of an instant */
  x: (instant: number) => number;
  width: number;
  /** how much larger than usual all is drawn: the reader's own size of type */
  scale: number;
  /** ms; its own label stands over those of the lines */
  now: number;
}

/** Paints how many windows are open and sessions run, and below it the axis. */
export function paintHead(pen: CanvasRenderingContext2D, palette: Palette, head: Head): void {
  const { x, width, scale } = head;
  const scaled = { ...head, x: (instant: number) => x(instant) / scale, width: width / scale };
  pen.save();
  pen.scale(scale, scale);
  paintAxis(pen, palette, scaled);
  paintHistogram(pen, palette, scaled);
  pen.restore();
}

/**
 * One line. At midnight the day stands in place of the hour. The day in which the picture begins stands at its left, or
 * beside the label of now; not where it would cover the name of the next day, whose hours would seem to be its own.
 */
function paintAxis(
  pen: CanvasRenderingContext2D,
  { colour, font }: Palette,
  { axis, x, width, now }: Head,
): void {
  const middle = HISTOGRAM_HEIGHT + AXIS_HEIGHT / 2;
  pen.textBaseline = 'middle';
  const measure = (text: string, isDay: boolean): number => {
    pen.font = `${isDay ? 600 : 400} 10px ${font}`;
    return pen.measureText(text).width;
  };
  const write = (text: string, left: number, isDay: boolean): number => {
    const right = left + measure(text, isDay);
    pen.fillStyle = colour(isDay ? 'text' : 'text-soft');
    const covered = right > x(now) - NOW_REACH && left < x(now) + NOW_REACH;
    if (right < width && !covered) pen.fillText(text, left, middle);
    return right + 8;
  };
  const leadWidth = measure(axis.lead, true);
  const isUnderNow = x(now) > -NOW_REACH && x(now) - NOW_REACH < 6 + leadWidth;
  const leadLeft = isUnderNow ? x(now) + NOW_REACH + 4 : 6;
  const nextDay = axis.ticks.find(({ begins }) => begins !== null);
  const hasRoom = nextDay === undefined || leadLeft + leadWidth + 4 <= x(nextDay.at);
  let taken = axis.lead !== '' && hasRoom ? write(axis.lead, leadLeft, true) : 0;
  for (const tick of axis.ticks) {
    const at = Math.round(x(tick.at));
    pen.fillStyle = colour('line');
    const isWritten = at + 4 >= taken;
    // A line without its own words does not run through those of another.
    pen.fillRect(at, LEGEND_HEIGHT, 1, (isWritten ? HEAD_HEIGHT : HISTOGRAM_HEIGHT) - LEGEND_HEIGHT);
    if (isWritten) taken = write(tick.begins ?? tick.label, at + 4, tick.begins !== null);
  }
}

function paintHistogram(
  pen: CanvasRenderingContext2D,
  { colour }: Palette,
  { counts, most, x, width, now }: Head,
): void {
  const floor = HISTOGRAM_HEIGHT;
  const y = (count: number) => floor - (count / Math.max(most, 4)) * (floor - LEGEND_HEIGHT - 2);
  const step = stepOfCounts(counts);
  const area = (values: readonly (number | null)[], last = counts.until) => {
    // Its outline runs below the picture: only what counts is drawn, and nothing where nobody knows.
    const path = new Path2D();
    path.moveTo(x(counts.from), floor + 2);
    values.forEach((count, part) => {
      // A single one among hundreds is seen too.
      const top = count === null || count === 0 ? floor + 2 : Math.min(y(count), floor - 1.5);
      path.lineTo(x(Math.min(counts.from + part * step, last)), top);
      path.lineTo(x(Math.min(counts.from + (part + 1) * step, last)), top);
    });
    path.lineTo(x(last), floor + 2);
    return path;
  };
  pen.save();
  pen.beginPath();
  pen.rect(0, 0, width, HISTOGRAM_HEIGHT);
  pen.clip();
  const open = area(counts.open);
  pen.fillStyle = colour('selected');
  pen.fill(open);
  pen.strokeStyle = colour('accent');
  pen.lineWidth = 1;
  pen.stroke(open);
  pen.fillStyle = colour('live');
  // Nobody knows who meets a minute from now.
  if (counts.from < now) pen.fill(area(counts.running, Math.min(now, counts.until)));
  pen.restore();

  pen.fillStyle = colour('line');
  pen.fillRect(0, floor, width, 1);
}
