import type { Question } from '../../../client/roster/question.ts';
import { NOON } from './rows.ts';

/** A question that filters nothing, at noon, with what a test wants to be otherwise. */
export function question(wish: Partial<Question> = {}): Question {
  return {
    q: '',
    filters: {},
    zone: 'UTC',
    theme: 'any',
    range: null,
    sort: null,
    now: NOON,
    ...wish,
  };
}
