import { readInstant } from '../lib/read.ts';
import { titleOf } from '../roster/conference.ts';
import type { Answer } from '../roster/question.ts';
import type { Bars } from '../timeline/bars.ts';

/** The conferences that match, as the timeline draws them; nothing is read before it is asked for. */
export function toBars(answer: Answer): Bars {
  const instantOrNull = (instant: number) => (Number.isNaN(instant) ? null : instant);
  return {
    size: answer.matching,
    id: (place) => answer.idAt(place) ?? '',
    title(place) {
      const conference = answer.conferenceAt(place);
      return conference === null ? '' : titleOf(conference);
    },
    from: (place) => instantOrNull(answer.joinFromAt(place)),
    until: (place) => instantOrNull(answer.joinUntilAt(place)),
    status: (place) => answer.statusAt(place),
    sessionStart(place) {
      const status = answer.statusAt(place);
      if (status !== 'live' && status !== 'overrunning') return null;
      return readInstant(answer.conferenceAt(place)?.active_session?.start_time);
    },
  };
}
