import { useContext } from 'react';
import type { Conference } from '#contract/readConference.ts';
import { useNow } from '../../clock.ts';
import { formatInstant } from '../../lib/instant.ts';
import { OldContext, writeAsOf } from '../../status/statusNow.ts';
import styles from './SessionClocks.module.css';
import { toSessionClocks } from './sessionClocks.ts';
import { toSessionStory } from './sessionStory.ts';

/**
 * What goes on in a conference, and what there is to count: the part of the drawer that ticks. It stands still while
 * what is known is old: the clock alone cannot say who is still there.
 */
export function SessionClocks({ conference, zone }: { conference: Conference; zone: string }) {
  const now = useNow();
  const old = useContext(OldContext);
  const known = old?.asOf ?? now;
  const clocks = toSessionClocks(conference, known);
  return (
    <>
      <p className={styles.story}>
        {old !== null && `Last known at ${writeAsOf(old, now)}: `}
        {toSessionStory(conference, known)}
      </p>
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
