import { Eye, EyeOff } from 'lucide-react';
import { useState } from 'react';
import type { Conference } from '#contract/readConference.ts';
import type { Session } from '#contract/readSession.ts';
import { titleOf } from '#contract/rowFacts.ts';
import { Button } from '../../ui/Button.tsx';
import styles from './Preview.module.css';
import { PreviewPicture } from './PreviewPicture.tsx';
import { readPreviewAddress } from './previewAddress.ts';

interface PreviewProps {
  conference: Conference;
  session: Session;
  /** where previews may come from */
  origin: string;
}

/** The preview of a session, loaded when somebody asks for it; or why there is none. */
export function Preview({ conference, session, origin }: PreviewProps) {
  const [shown, setShown] = useState(false);
  if (session.preview_url === null) {
    const off = session.enable_room_previews === false;
    return (
      <p className={styles.words}>
        {off ? 'Previews are switched off for this session.' : 'There is no preview of this session.'}
      </p>
    );
  }
  const address = readPreviewAddress(session.preview_url, origin);
  if (address.kind === 'refused')
    return <p className={styles.words}>The preview is not loaded: {address.why}.</p>;
  return (
    <div className={styles.preview}>
      {shown && <PreviewPicture key={address.url} url={address.url} title={titleOf(conference)} />}
      <Button
        icon={shown ? <EyeOff size={14} aria-hidden /> : <Eye size={14} aria-hidden />}
        onClick={() => setShown(!shown)}
      >
        {shown ? 'Hide preview' : 'Show preview'}
      </Button>
    </div>
  );
}
