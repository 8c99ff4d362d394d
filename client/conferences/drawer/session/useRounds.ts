import { useEffect, useState } from 'react';

/** How long a preview stands before it is loaded anew, in ms. */
const ROUND = 30_000;

/** A number that grows by one every 30 s; while the page is hidden it rests, and nothing is loaded. */
export function useRounds(): number {
  const [round, setRound] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => {
      if (!document.hidden) setRound((before) => before + 1);
    }, ROUND);
    return () => clearInterval(timer);
  }, []);
  return round;
}
