import { Check, Copy, type LucideIcon, TriangleAlert } from 'lucide-react';
import { Button } from './Button.tsx';
import { COPY_WORDS, useCopy } from './useCopy.ts';

interface CopyButtonProps {
  /** what is copied, as a name for people: "Copy ID" */
  label: string;
  /** the text itself, or how to make it when the button is pressed; null while there is none */
  text: string | (() => string) | null;
  /** also show the label beside the icon */
  labelled?: boolean;
  look?: 'plain' | 'outlined';
  /** stands on the button until it is pressed */
  icon?: LucideIcon;
}

/** Copies a text in one press, says so for two seconds, and says when the browser refused. */
export function CopyButton({ label, text, labelled = false, look = 'plain', icon = Copy }: CopyButtonProps) {
  const { outcome, copy } = useCopy();
  const words = COPY_WORDS[outcome] || label;
  const Icon = { ready: icon, copied: Check, refused: TriangleAlert }[outcome];
  return (
    <>
      <Button
        look={look}
        icon={<Icon size={14} aria-hidden />}
        aria-label={labelled ? undefined : label}
        title={words}
        disabled={text === null}
        onClick={() => copy(typeof text === 'function' ? text() : (text ?? ''))}
      >
        {labelled ? words : undefined}
      </Button>
      <span role="status" className="visually-hidden">
        {COPY_WORDS[outcome]}
      </span>
    </>
  );
}
