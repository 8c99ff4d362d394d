import { Check, Copy, type LucideIcon, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { useEffect, useState } from 'react';
import { Button } from './Button.tsx';
import { ByHand } from './ByHand.tsx';
import styles from './Copy.module.css';

type Outcome = 'ready' | 'copied' | 'refused';

interface Copying {
  /** how it went, for two seconds */
  outcome: Outcome;
  copy: (text: string) => Promise<void>;
  /** what the browser refused to copy, for the reader to do it; to be rendered */
  byHand: ReactNode;
}

/** Copies a text when asked. */
export function useCopy(): Copying {
  const [outcome, setOutcome] = useState<Outcome>('ready');
  const [refused, setRefused] = useState<string | null>(null);

  useEffect(() => {
    if (outcome === 'ready') return;
    const timer = setTimeout(() => setOutcome('ready'), 2_000);
    return () => clearTimeout(timer);
  }, [outcome]);

  const copy = async (text: string) => {
    try {
      await writeToClipboard(text);
      setOutcome('copied');
    } catch {
      setOutcome('refused');
      setRefused(text);
    }
  };
  const byHand = refused !== null && <ByHand text={refused} onClose={() => setRefused(null)} />;
  return { outcome, copy, byHand };
}

/** A page of plain http, under a name of the local network, has no clipboard, but a selection that can be copied. */
async function writeToClipboard(text: string): Promise<void> {
  try {
    return await navigator.clipboard.writeText(text);
  } catch {
    copySelected(text);
  }
}

function copySelected(text: string): void {
  const before = document.activeElement;
  const field = document.createElement('textarea');
  field.value = text;
  field.readOnly = true;
  field.className = 'visually-hidden';
  // That class keeps words in one line, and a browser would copy the text without its indents.
  field.style.whiteSpace = 'pre';
  // What lies outside of an open dialog cannot be selected.
  (before?.closest('dialog') ?? document.body).append(field);
  // Only what has the focus has a selection to copy.
  field.focus({ preventScroll: true });
  field.select();
  const isCopied = document.execCommand('copy');
  field.remove();
  if (before instanceof HTMLElement) before.focus({ preventScroll: true });
  if (!isCopied) throw new Error('The browser refused to copy');
}

/** What is said of an outcome; "" while there is nothing to say. */
export const COPY_WORDS: Readonly<Record<Outcome, string>> = {
  ready: '',
  copied: 'Copied',
  refused: 'The browser refused to copy',
};

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
  const { outcome, copy, byHand } = useCopy();
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
        {labelled ? (
          <span className={styles.words}>
            <span>{words}</span>
            <span aria-hidden className={styles.room}>
              {label}
            </span>
          </span>
        ) : undefined}
      </Button>
      <span role="status" className="visually-hidden">
        {COPY_WORDS[outcome]}
      </span>
      {byHand}
    </>
  );
}

interface CopyableProps {
  /** what a press does, as a name for people: "Copy ID" */
  label: string;
  text: string;
  /** what is shown in place of the text, which it must contain */
  children?: ReactNode;
}

/** A text that is itself the button that copies it. */
export function Copyable({ label, text, children = text }: CopyableProps) {
  const { outcome, copy, byHand } = useCopy();
  const Icon = { ready: Copy, copied: Check, refused: TriangleAlert }[outcome];
  return (
    <>
      <button
        type="button"
        className={styles.copyable}
        aria-label={`${label} ${text}`}
        title={COPY_WORDS[outcome] || label}
        data-outcome={outcome}
        onClick={() => copy(text)}
      >
        <span className={styles.text}>{children}</span>
        <Icon size={12} aria-hidden className={styles.icon} />
      </button>
      <span role="status" className="visually-hidden">
        {COPY_WORDS[outcome]}
      </span>
      {byHand}
    </>
  );
}
