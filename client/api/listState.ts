import { LIST_HEADER, type ListCounts, type ListState } from '#contract/list.ts';
import { readObject } from '#contract/read.ts';
import { CONFERENCES_PATH } from '#contract/values.ts';
import { learnServerTime } from '../clock.ts';
import { ApiError } from './ApiError.ts';
import type { Answer, Ask } from './createAsker.ts';
import { isFailureCode } from './failures.ts';

/** Asks about the list, `what` standing behind its path, and says where the list stood when the server answered. */
export async function askList<Body>(
  ask: Ask<Body>,
  what: string,
  signal: AbortSignal,
): Promise<{ body: Body; state: ListState }> {
  const answer = await ask(`${CONFERENCES_PATH}/${what}`, signal);
  return { body: answer.body, state: readListState(answer) };
}

/**
 * Where the list stood when the server answered. Every answer about it says so, a 304 too, and with it the server's
 * time, which the page's clock learns here. Throws an ApiError when it does not, for then somebody else answered.
 */
export function readListState({ headers, asked, answered }: Omit<Answer<unknown>, 'body'>): ListState {
  const state = parse(headers.get(LIST_HEADER));
  if (!isListState(state))
    throw new ApiError({ code: 'sign_in', message: 'Something other than the board answered.' });
  learnServerTime(state.now, asked, answered);
  return state;
}

function parse(text: string | null): unknown {
  try {
    return JSON.parse(text ?? 'null');
  } catch {
    return null;
  }
}

type Check = (value: unknown) => boolean;

const isNumber: Check = (value) => typeof value === 'number' && Number.isFinite(value);
const orNull =
  (check: Check): Check =>
  (value) =>
    value === null || check(value);
const isTrouble: Check = (value) =>
  isFailureCode(readObject(value)?.code) && isNumber(readObject(value)?.since);

const CHECKS: Record<keyof ListState, Check> = {
  epoch: (value) => typeof value === 'string',
  rev: isNumber,
  now: isNumber,
  asOf: orNull(isNumber),
  whole: (value) => typeof value === 'boolean',
  loaded: orNull(isNumber),
  trouble: orNull(isTrouble),
  waitingSince: orNull(isNumber),
  nextAt: orNull(isNumber),
  askableAt: orNull(isNumber),
  nextChange: orNull(isNumber),
  warnings: (value) => Array.isArray(value) && value.every((word) => typeof word === 'string'),
  dropped: isNumber,
};

function isListState(value: unknown): value is ListState {
  const state = readObject(value);
  return state !== null && Object.entries(CHECKS).every(([name, check]) => check(state[name]));
}

/** Names what a list says at one moment: it changes with the list, and with the status of any conference in it. */
export function momentOf({ epoch, rev, nextChange }: ListState): string {
  return `${epoch} ${rev} ${nextChange}`;
}

/** Whether there may be more than the list holds: no walk has ended yet, or the newest is not sure of its end. */
export function isPartial({ whole, warnings }: ListState): boolean {
  return !whole || warnings.some((warning) => warning !== 'restarted');
}

/** Whether nothing could be loaded at all. */
export function isEmptyHanded({ counts, state }: { counts: ListCounts; state: ListState }): boolean {
  return state.trouble !== null && !state.whole && counts.total === 0;
}
