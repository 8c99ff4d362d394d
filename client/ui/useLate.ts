import { useEffect, useState } from 'react';

/** Whether something has been so for some time (ms): what is over sooner is not worth showing. */
export function useLate(is: boolean, after: number): boolean {
  const [isLate, setLate] = useState(false);
  useEffect(() => {
    if (!is) return;
    const timer = setTimeout(() => setLate(true), after);
    return () => {
      clearTimeout(timer);
      setLate(false);
    };
  }, [is, after]);
  return is && isLate;
}
