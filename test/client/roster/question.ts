import type { Question } from '../../../client/roster/question.ts';
import { NO_FACET } from '../../../client/view/parameters.ts';
import { NOON } from './rows.ts';

/** A question that filters nothing, at noon, with what a test wants to be otherwise. */
export function question(wish: Partial<Question> = {}): Question {
  return {
    q: '',
    status: NO_FACET,
    quality: NO_FACET,
    layout: NO_FACET,
    size: NO_FACET,
    theme: 'any',
    range: null,
    sort: null,
    now: NOON,
    ...wish,
  };
}
