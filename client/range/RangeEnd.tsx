import { useId } from 'react';
import styles from './RangeField.module.css';
import type { Reading } from './settle.ts';

interface RangeEndProps {
  label: 'From' | 'To';
  /** what stands in the field: the committed end in words, or what is being typed */
  text: string;
  /** what that text comes to */
  reading: Reading;
  /** why the text cannot be used; null when it can */
  problem: string | null;
  /** whether there is something that Escape would take back */
  isTyped: boolean;
  onType(text: string): void;
  /** Enter was pressed, or the field was left */
  onDone(): void;
  /** Escape: back to what was there */
  onCancel(): void;
}

/** Stands under a field that says nothing yet. */
const HINT = 'tomorrow 9:00, 2h ago, 24 Nov';

/** One end of the range as a line of text, and under it what the text comes to. */
export function RangeEnd({
  label,
  text,
  reading,
  problem,
  isTyped,
  onType,
  onDone,
  onCancel,
}: RangeEndProps) {
  const id = useId();
  const under = problem === null ? `${id}-reading` : `${id}-problem`;
  return (
    <div className={styles.end}>
      <label htmlFor={id} className={styles.label}>
        {label}
      </label>
      <input
        id={id}
        className={styles.input}
        type="text"
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        enterKeyHint="go"
        placeholder="any time"
        value={text}
        aria-invalid={problem !== null}
        aria-describedby={under}
        onChange={(event) => onType(event.target.value)}
        onBlur={onDone}
        onKeyDown={(event) => {
          // These keys are the input method's own while it composes.
          if (event.nativeEvent.isComposing) return;
          if (event.key === 'Enter') onDone();
          if (event.key !== 'Escape' || !isTyped) return;
          // Nor does this Escape close what the field stands in.
          event.preventDefault();
          onCancel();
        }}
      />
      {problem === null ? (
        <span id={under} className={styles.reading}>
          {reading.words || HINT}
          {reading.note !== '' && <small className={styles.note}>{reading.note}</small>}
        </span>
      ) : (
        <span id={under} role="alert" className={styles.problem}>
          {problem}
        </span>
      )}
    </div>
  );
}
