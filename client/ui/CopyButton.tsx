import { Check, Copy, TriangleAlert } from 'lucide-react';
import { Button } from './Button.tsx';
import { COPY_WORDS, useCopy } from './useCopy.ts';

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
  const { outcome, copy } = useCopy();
  const words = COPY_WORDS[outcome] || label;
  const Icon = { ready: Copy, copied: Check, refused: TriangleAlert }[outcome];
  return (
    <>
      <Button
        look={look}
        icon={<Icon size={14} aria-hidden />}
        aria-label={labelled ? undefined : label}
        title={words}
        onClick={() => copy(typeof text === 'string' ? text : text())}
      >
        {labelled ? words : undefined}
      </Button>
      <span role="status" className="visually-hidden">
        {COPY_WORDS[outcome]}
      </span>
    </>
  );
}
