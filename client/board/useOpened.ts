import { useQuery } from '@tanstack/react-query';
import type { Conference } from '#contract/readConference.ts';
import type { Answer } from '../roster/question.ts';
import { isWhole } from '../roster/walk.ts';
import { type List, listQuery } from './list.ts';
import { WHOLE_LIST } from './useRangeQuestion.ts';

/** The conference that the address opens: found, still looked for, or not there at all. */
export type Opened =
  | { kind: 'none' }
  | { kind: 'looking' }
  | { kind: 'unknown' }
  | { kind: 'failed' }
  | { kind: 'found'; conference: Conference; inResults: boolean };

/**
 * Finds the opened conference in the list on screen, which costs no request; else, when that list is
 * filtered by the upstream, in a walk without any filter.
 */
export function useOpened(id: string | null, list: List | undefined, answer: Answer | null): Opened {
  const here = id === null ? null : (list?.roster.conference(id) ?? null);
  const filtered =
    list !== undefined && (list.filter.starts_after !== null || list.filter.ends_before !== null);
  const lookElsewhere = id !== null && here === null && filtered;
  const { data: everything, isError } = useQuery({ ...listQuery(WHOLE_LIST), enabled: lookElsewhere });
  if (id === null) return { kind: 'none' };
  if (here !== null)
    return { kind: 'found', conference: here, inResults: (answer?.positionOf(id) ?? -1) >= 0 };
  const there = lookElsewhere ? (everything?.roster.conference(id) ?? null) : null;
  if (there !== null) return { kind: 'found', conference: there, inResults: false };
  const searched = filtered ? everything : list;
  if (searched !== undefined && isWhole(searched.walk)) return { kind: 'unknown' };
  return isError ? { kind: 'failed' } : { kind: 'looking' };
}
