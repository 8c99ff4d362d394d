import { useEffect, useState } from 'react';

/** How long a preview stands before it is loaded anew, in ms. */
const ROUND = 30_000;

/** The round that a preview is in: 0 at first, then every 30 s the instant (ms); it rests while the page is hidden. */
export function useRounds(): number {
  const [round, setRound] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => {
      if (!document.hidden) setRound(Date.now());
    }, ROUND);
    return () => clearInterval(timer);
  }, []);
  return round;
}
