import { type RangeProblem, toProblem } from './problem.ts';
import { isUnitLetter, type Step } from './step.ts';

/** An end that moves with the clock: steps from now, taken from left to right. */
export interface RelativeEnd {
  readonly kind: 'relative';
  readonly steps: readonly Step[];
}

/** More steps than anybody means; it keeps a pasted page from becoming an end. */
const MOST_STEPS = 8;

/**
 * Reads `now` and its steps: `now-6h`, `now+2d`, `now/d`, `now/w+1d`. Spaces are let pass, and one that
 * stands before a number is a plus: that is what an address makes of `?to=now+4h` typed by hand.
 */
export function readRelative(text: string): RelativeEnd | RangeProblem {
  const tidy = text
    .replace(/^now/i, '')
    .replaceAll('−', '-')
    .replace(/\s*([-+/])\s*/g, '$1')
    .replace(/\s+(?=\d)/g, '+')
    .trim();
  const steps: Step[] = [];
  let read = 0;
  for (const match of tidy.matchAll(/([-+])(\d{1,6})([a-zA-Z])|\/([a-zA-Z])/gy)) {
    const [whole, sign, digits, letter, edge] = match;
    const unit = letter ?? edge ?? '';
    if (!isUnitLetter(unit)) {
      return toProblem(`“${unit}” is no unit. The units are s, m, h, d, w, M (months) and y.`);
    }
    // "- 0" is plus zero: the one amount that could be written in two ways.
    const amount = sign === '-' && Number(digits) !== 0 ? -Number(digits) : Number(digits);
    steps.push(edge === undefined ? { kind: 'shift', amount, unit } : { kind: 'edge', unit });
    read += whole.length;
  }
  if (read !== tidy.length) {
    return toProblem(`“${text}” cannot be read. Times from now are written now-6h, now+2d or now/d.`);
  }
  return limitSteps(steps);
}

/** An end of these steps, or why there are too many. */
export function limitSteps(steps: readonly Step[]): RelativeEnd | RangeProblem {
  if (steps.length > MOST_STEPS) return toProblem(`At most ${MOST_STEPS} steps from now.`);
  return { kind: 'relative', steps };
}

/** Writes steps from now, `now-6h`. */
export function writeRelative(steps: readonly Step[]): string {
  return `now${steps.map(writeStep).join('')}`;
}

function writeStep(step: Step): string {
  if (step.kind === 'edge') return `/${step.unit}`;
  return `${step.amount < 0 ? '-' : '+'}${Math.abs(step.amount)}${step.unit}`;
}
