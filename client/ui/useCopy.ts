import { useEffect, useState } from 'react';

type Outcome = 'ready' | 'copied' | 'refused';

/** Copies a text when asked; for two seconds `outcome` says how that went. */
export function useCopy(): { outcome: Outcome; copy: (text: string) => Promise<void> } {
  const [outcome, setOutcome] = useState<Outcome>('ready');

  useEffect(() => {
    if (outcome === 'ready') return;
    const timer = setTimeout(() => setOutcome('ready'), 2_000);
    return () => clearTimeout(timer);
  }, [outcome]);

  const copy = async (text: string) => {
    try {
      await navigator.clipboard.writeText(text);
      setOutcome('copied');
    } catch {
      setOutcome('refused');
    }
  };
  return { outcome, copy };
}

/** What is said of an outcome; "" while there is nothing to say. */
export const COPY_WORDS: Readonly<Record<Outcome, string>> = {
  ready: '',
  copied: 'Copied',
  refused: 'The browser refused to copy',
};
