import type { Conference } from '#contract/readConference.ts';
import { useNow } from '../../clock.ts';
import { formatInstant } from '../../lib/instant.ts';
import styles from './SessionClocks.module.css';
import { toSessionClocks } from './sessionClocks.ts';
import { toSessionStory } from './sessionStory.ts';

/** What goes on in a conference, and what there is to count: the part of the drawer that ticks. */
export function SessionClocks({ conference, zone }: { conference: Conference; zone: string }) {
  const now = useNow();
  const clocks = toSessionClocks(conference, now);
  return (
    <>
      <p className={styles.story}>{toSessionStory(conference, now)}</p>
      {clocks.length > 0 && (
        <ul className={styles.clocks}>
          {clocks.map(({ label, value, at, alarming }) => (
            <li key={label} className={styles.clock} data-alarming={alarming}>
              <span className={styles.label}>{label}</span>{' '}
              <span className={styles.value} role="timer">
                {value}
              </span>{' '}
              {at !== null && (
                <span className={styles.at}>
                  {at.word} {formatInstant(at.instant, zone, 'short')}
                </span>
              )}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
