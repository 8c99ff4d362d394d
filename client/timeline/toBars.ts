import { readInstant } from '../lib/read.ts';
import { titleOf } from '../roster/conference.ts';
import type { Answer } from '../roster/question.ts';
import type { Bars } from './bars.ts';
import { isRunning } from './facts.ts';

/** The conferences of an answer as bars, each read from its row no sooner than it is drawn. */
export function toBars(answer: Answer): Bars {
  const orNull = (instant: number) => (Number.isNaN(instant) ? null : instant);
  return {
    size: answer.matching,
    id: (place) => answer.idAt(place) ?? '',
    title(place) {
      const conference = answer.conferenceAt(place);
      return conference === null ? '' : titleOf(conference);
    },
    from: (place) => orNull(answer.joinFromAt(place)),
    until: (place) => orNull(answer.joinUntilAt(place)),
    status: (place) => answer.statusAt(place),
    sessionStart(place) {
      if (!isRunning(answer.statusAt(place))) return null;
      return readInstant(answer.conferenceAt(place)?.active_session?.start_time);
    },
  };
}
