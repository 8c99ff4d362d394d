import { ExternalLink } from 'lucide-react';
import { createContext, useContext } from 'react';
import { writeConferenceUrl } from '#contract/board.ts';
import type { Conference } from '#contract/readConference.ts';
import styles from './cells.module.css';

/** Where the administrator's own page of a conference is (CONFERENCE_URL); null for nowhere. */
export const ConferenceUrlContext = createContext<string | null>(null);

/** The way to the administrator's own page of a conference, where there is one. */
export function OwnLink({ conference }: { conference: Conference }) {
  const url = useContext(ConferenceUrlContext);
  if (url === null) return null;
  const address = writeConferenceUrl(url, conference);
  return (
    <a className={styles.own} href={address} target="_blank" rel="noreferrer">
      <ExternalLink size={14} aria-hidden />
      Open at {URL.parse(address)?.host}
    </a>
  );
}
