import type { Conference } from '#contract/readConference.ts';
import { readSessionStart, readStatusFacts } from '#contract/rowFacts.ts';
import { useNow } from '../../clock.ts';
import { toScheduleStory } from './scheduleStory.ts';
import styles from './WindowPicture.module.css';
import { type Stretch, toWindowBar } from './windowBar.ts';

/** The join window in a sentence, and as a bar with a live session and now in it. */
export function WindowPicture({ conference }: { conference: Conference }) {
  const now = useNow();
  const facts = readStatusFacts(conference.raw);
  const start = facts.live ? readSessionStart(conference.raw) : null;
  const runningSince = start !== null && start <= now ? start : null;
  // To leave an end open that cannot be read would say that there is none.
  const bar = facts.unclear ? null : toWindowBar({ ...facts, runningSince }, now);
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
