import { useEffect, useRef, useState } from 'react';

interface LiveRegionProps {
  /** counts complete refreshes; the first load is number 1 and says nothing */
  refreshes: number;
  /** what the newest refresh changed, "" for nothing */
  words: string;
}

/** Tells a screen reader, politely and once a refresh, what has changed. */
export function LiveRegion({ refreshes, words }: LiveRegionProps) {
  const [said, setSaid] = useState('');
  const heard = useRef(refreshes);

  useEffect(() => {
    if (heard.current === refreshes) return;
    const first = heard.current === 0;
    heard.current = refreshes;
    if (!first && words !== '') setSaid(words);
  }, [refreshes, words]);

  return (
    <p role="status" aria-live="polite" className="visually-hidden">
      {said}
    </p>
  );
}
