import { type End, readEnd } from '#contract/range/end.ts';
import { isProblem } from '#contract/range/problem.ts';
import type { RangeField } from '#contract/range/resolve.ts';
import type { Step } from '#contract/range/step.ts';
import { writeWords } from '#contract/range/words.ts';
import type { View } from '#contract/view/view.ts';
import { formatInstant } from '../lib/instant.ts';
import { PRESETS } from './presets.ts';

/** The ways of matching, as they are written. */
export const MATCH_WORDS: Readonly<Record<View['match'], string>> = {
  overlaps: 'Any time in',
  inside: 'Wholly within',
  starts: 'Starts in',
};

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

/** The dates of a view in words: the range, and how it is meant where that does not go without saying. */
export function describeDates(
  { from, to, match }: Pick<View, 'from' | 'to' | 'match'>,
  zone: string,
): string {
  const words = describeRange({ from, to }, zone);
  const isPlain = match === 'overlaps' || (from === '' && to === '');
  return isPlain ? words : `${MATCH_WORDS[match]} ${words}`;
}

function describeEnd(typed: string, field: RangeField, zone: string): string {
  const end = readEnd(typed);
  return isProblem(end) ? typed : describe(end, field, zone);
}

function describe(end: End, field: RangeField, zone: string): string {
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

/** "2 hours ago", "tomorrow 09:00", and of a whole unit the side that is meant: "the end of next week". */
function describeSteps(steps: readonly Step[], field: RangeField): string {
  const words = writeWords(steps);
  return steps.at(-1)?.kind === 'edge' ? `the ${field === 'from' ? 'start' : 'end'} of ${words}` : words;
}
