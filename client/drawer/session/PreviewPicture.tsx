import { useEffect, useState } from 'react';
import { Button } from '../../ui/Button.tsx';
import styles from './Preview.module.css';
import { PreviewFrame, type PreviewKind } from './PreviewFrame.tsx';

/** How long a preview stands before it is loaded anew, in ms. */
const ROUND = 30_000;

interface PreviewPictureProps {
  /** an address that may be loaded */
  url: string;
  /** of the conference */
  title: string;
}

/**
 * The preview itself, mounted anew every 30 s; the last picture stands until the next one has come. It is tried
 * as an image and, when it is none, as a video: the guides say the one, the contract says the other.
 */
export function PreviewPicture({ url, title }: PreviewPictureProps) {
  const [kind, setKind] = useState<PreviewKind | null>('image');
  const [shown, setShown] = useState<number | null>(null);
  const [missed, setMissed] = useState<number | null>(null);
  const round = useRounds();

  if (kind === null)
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

  const fail = (failed: number) => {
    if (shown !== null) setMissed(failed);
    else setKind(kind === 'image' ? 'video' : null);
  };
  const wanted = shown === null || missed === round ? [] : [round];
  const frames = shown === null ? [round] : [...new Set([shown, ...wanted])];
  return (
    <>
      <div className={styles.frame}>
        {frames.map((each) => (
          <PreviewFrame
            key={`${kind} ${each}`}
            kind={kind}
            address={toRoundAddress(url, each)}
            words={shown === null || each === shown ? `Preview of ${title}` : ''}
            onShown={() => setShown(each)}
            onFailed={() => fail(each)}
          />
        ))}
      </div>
      {missed === round && (
        <p className={styles.words} role="status">
          This picture is not the newest: the preview does not answer just now.
        </p>
      )}
    </>
  );
}

/**
 * The address of a round. The preview's own address never changes, and Chromium loads an image of one address
 * only once a page, whatever its cache headers say: every round after the first has a query of its own.
 */
function toRoundAddress(url: string, round: number): string {
  if (round === 0) return url;
  return `${url}${url.includes('?') ? '&' : '?'}round=${round}`;
}

/** The round that a preview is in: 0 at first, then every 30 s the instant (ms); it rests while the page is hidden. */
function useRounds(): number {
  const [round, setRound] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => {
      if (!document.hidden) setRound(Date.now());
    }, ROUND);
    return () => clearInterval(timer);
  }, []);
  return round;
}
