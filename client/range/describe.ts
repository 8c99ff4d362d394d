import { type End, readEnd } from '#contract/range/end.ts';
import { isProblem } from '#contract/range/problem.ts';
import type { RangeField } from '#contract/range/resolve.ts';
import { type Step, UNITS } from '#contract/range/step.ts';
import { formatInstant } from '../lib/instant.ts';
import { PRESETS } from './presets.ts';

/**
 * A range as typed, in words: "Today", "1 hour ago to in 4 hours", "from 23 Nov 2026", "Any time". Relative
 * ends stay relative; instants are told in the zone. An end that cannot be read is quoted as it is.
 */
export function describeRange(typed: { readonly from: string; readonly to: string }, zone: string): string {
  const preset = PRESETS.find(({ from, to }) => from === typed.from && to === typed.to);
  if (preset !== undefined) return preset.label;
  const from = describeEnd(typed.from, 'from', zone);
  const to = describeEnd(typed.to, 'to', zone);
  if (from === '' && to === '') return 'Any time';
  if (to === '') return `From ${from}`;
  if (from === '') return `Until ${to}`;
  return from === to ? from : `${from} to ${to}`;
}

function describeEnd(typed: string, field: RangeField, zone: string): string {
  const end = readEnd(typed);
  return isProblem(end) ? typed : (describe(end, field, zone) ?? typed);
}

function describe(end: End, field: RangeField, zone: string): string | null {
  switch (end.kind) {
    case 'open':
      return '';
    case 'instant':
      return formatInstant(end.instant, zone, 'dated');
    case 'unix':
      return formatInstant(end.seconds * 1_000, zone, 'dated');
    case 'date':
      return formatInstant(Date.parse(end.date), 'UTC', 'date');
    case 'wall':
      return formatInstant(Date.parse(`${end.wall}Z`), 'UTC', 'dated');
    case 'relative':
      return describeSteps(end.steps, field);
  }
}

/** What people say of one step, or of a step and an edge; null for what has no short name. */
function describeSteps(steps: readonly Step[], field: RangeField): string | null {
  const [first, second] = steps;
  if (first === undefined) return 'now';
  if (second === undefined) {
    return first.kind === 'shift' ? describeShift(first.amount, UNITS[first.unit]) : edgeOf(0, first, field);
  }
  if (steps.length > 2 || first.kind !== 'shift' || second.kind !== 'edge' || first.unit !== second.unit) {
    return null;
  }
  return edgeOf(first.amount, first, field);
}

function describeShift(amount: number, unit: string): string {
  if (amount === 0) return 'now';
  const span = `${Math.abs(amount)} ${unit}${Math.abs(amount) === 1 ? '' : 's'}`;
  return amount > 0 ? `in ${span}` : `${span} ago`;
}

/** "the start of today", "the end of next week" */
function edgeOf(amount: number, { unit }: Step, field: RangeField): string | null {
  const word = NEIGHBOURS[amount];
  if (word === undefined) return null;
  const name = unit === 'd' ? word.day : `${word.other} ${UNITS[unit]}`;
  return `the ${field === 'from' ? 'start' : 'end'} of ${name}`;
}

const NEIGHBOURS: Readonly<Record<number, { day: string; other: string }>> = {
  [-1]: { day: 'yesterday', other: 'last' },
  0: { day: 'today', other: 'this' },
  1: { day: 'tomorrow', other: 'next' },
};
