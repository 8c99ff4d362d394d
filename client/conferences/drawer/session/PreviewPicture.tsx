import { useState } from 'react';
import { Button } from '../../../ui/Button.tsx';
import styles from './Preview.module.css';
import { useRounds } from './useRounds.ts';

interface PreviewPictureProps {
  /** an address that may be loaded */
  url: string;
  /** of the conference */
  title: string;
}

/** What a preview turned out to be: the guides say an animated image, the contract says a video. */
type Kind = 'image' | 'video' | 'broken';

/**
 * The preview itself. Its address stays and what lies there changes about twice a minute, so it is mounted
 * anew every 30 s; the last picture stands until the next one has come.
 */
export function PreviewPicture({ url, title }: PreviewPictureProps) {
  const [kind, setKind] = useState<Kind>('image');
  const round = useRounds();
  const [loaded, setLoaded] = useState(-1);
  const rounds = loaded >= 0 && loaded < round ? [loaded, round] : [round];
  const words = `Preview of ${title}`;

  if (kind === 'broken')
    return (
      <p className={styles.words} role="status">
        The preview cannot be shown: what lies there is neither an image nor a video, or it does not answer.{' '}
        <a href={url} target="_blank" rel="noreferrer">
          Open it by itself
        </a>{' '}
        <Button look="plain" onClick={() => setKind('image')}>
          Try again
        </Button>
      </p>
    );
  return (
    <div className={styles.frame}>
      {rounds.map((each) =>
        kind === 'image' ? (
          <img
            key={each}
            src={url}
            alt={each === loaded || loaded < 0 ? words : ''}
            referrerPolicy="no-referrer"
            onLoad={() => setLoaded(each)}
            onError={() => setKind('video')}
          />
        ) : (
          <video
            key={each}
            src={url}
            aria-label={words}
            aria-hidden={each !== loaded && loaded >= 0}
            autoPlay
            muted
            loop
            playsInline
            onLoadedData={() => setLoaded(each)}
            onError={() => setKind('broken')}
          />
        ),
      )}
    </div>
  );
}
