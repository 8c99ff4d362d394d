import type { Conference } from '#contract/readConference.ts';
import { Section } from '../Section.tsx';
import { SECTIONS } from '../sections.ts';
import { Preview } from './Preview.tsx';
import { SessionClocks } from './SessionClocks.tsx';
import { SessionFields } from './SessionFields.tsx';

interface ActiveSessionProps {
  conference: Conference;
  zone: string;
  origin: string;
}

/** Who is in it: what is going on, the clocks, the preview and all that the session says of itself. */
export function ActiveSession({ conference, zone, origin }: ActiveSessionProps) {
  const session = conference.active_session;
  return (
    <Section tab="session" title={SECTIONS.session.title}>
      <SessionClocks conference={conference} zone={zone} />
      {session !== null && (
        <>
          <Preview key={session.id} conference={conference} session={session} origin={origin} />
          <SessionFields conference={conference} session={session} zone={zone} />
        </>
      )}
    </Section>
  );
}
