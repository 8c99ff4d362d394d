import { readInstant } from '#contract/read.ts';
import type { Conference } from '#contract/readConference.ts';
import { useNow } from '../../clock.ts';
import { toStatusFacts } from '../../roster/facts.ts';
import { toScheduleStory } from './scheduleStory.ts';
import styles from './WindowPicture.module.css';
import { type Stretch, toWindowBar } from './windowBar.ts';

/** The join window in a sentence, and as a bar with a live session and now in it. */
export function WindowPicture({ conference }: { conference: Conference }) {
  const now = useNow();
  const facts = toStatusFacts(conference);
  const start = facts.live ? readInstant(conference.active_session?.start_time) : null;
  const bar = toWindowBar({ ...facts, runningSince: start !== null && start <= now ? start : null }, now);
  return (
    <div>
      <p className={styles.story}>{toScheduleStory(facts, now)}</p>
      {bar !== null && (
        <div className={styles.bar} aria-hidden>
          <span
            className={styles.window}
            style={place(bar.window)}
            data-opens-earlier={bar.opensEarlier}
            data-closes-later={bar.closesLater}
          />
          {bar.session !== null && <span className={styles.session} style={place(bar.session)} />}
          <span className={styles.now} style={{ insetInlineStart: `${bar.now}%` }}>
            <span className={styles.word}>now</span>
          </span>
        </div>
      )}
    </div>
  );
}

function place({ start, width }: Stretch) {
  return { insetInlineStart: `${start}%`, width: `${width}%` };
}
