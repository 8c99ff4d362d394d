import { Check, Copy, TriangleAlert } from 'lucide-react';
import { useEffect, useState } from 'react';
import { Button } from './Button.tsx';

interface CopyButtonProps {
  /** what is copied, as a name for people: "Copy ID" */
  label: string;
  /** the text itself, or how to make it when the button is pressed */
  text: string | (() => string);
  /** also show the label beside the icon */
  labelled?: boolean;
  look?: 'plain' | 'outlined';
}

/** Copies a text in one press, says so for two seconds, and says when the browser refused. */
export function CopyButton({ label, text, labelled = false, look = 'plain' }: CopyButtonProps) {
  const [outcome, setOutcome] = useState<'ready' | 'copied' | 'refused'>('ready');

  useEffect(() => {
    if (outcome === 'ready') return;
    const timer = setTimeout(() => setOutcome('ready'), 2_000);
    return () => clearTimeout(timer);
  }, [outcome]);

  const copy = async () => {
    try {
      await navigator.clipboard.writeText(typeof text === 'string' ? text : text());
      setOutcome('copied');
    } catch {
      setOutcome('refused');
    }
  };

  const words = { ready: label, copied: 'Copied', refused: 'The browser refused to copy' }[outcome];
  const Icon = { ready: Copy, copied: Check, refused: TriangleAlert }[outcome];
  return (
    <>
      <Button
        look={look}
        icon={<Icon size={14} aria-hidden />}
        aria-label={labelled ? undefined : label}
        title={words}
        onClick={copy}
      >
        {labelled ? words : undefined}
      </Button>
      <span role="status" className="visually-hidden">
        {outcome === 'ready' ? '' : words}
      </span>
    </>
  );
}
