import { useId } from 'react';
import styles from './RangeField.module.css';

interface RangeEndProps {
  label: 'From' | 'To';
  /** what stands in the field: the committed text, or what is being typed */
  text: string;
  /** the same end as an instant, shown on hover */
  hint: string;
  /** why the text cannot be used; null when it can */
  problem: string | null;
  onType(text: string): void;
  /** Enter was pressed, or the field was left */
  onDone(): void;
  /** Escape: back to what was there */
  onCancel(): void;
}

/** One end of the range as a line of text. */
export function RangeEnd({ label, text, hint, problem, onType, onDone, onCancel }: RangeEndProps) {
  const id = useId();
  return (
    <span className={styles.end}>
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
        title={hint}
        aria-invalid={problem !== null}
        aria-describedby={problem === null ? undefined : `${id}-problem`}
        onChange={(event) => onType(event.target.value)}
        onBlur={onDone}
        onKeyDown={(event) => {
          if (event.key === 'Enter') onDone();
          if (event.key === 'Escape') onCancel();
        }}
      />
      {problem !== null && (
        <span id={`${id}-problem`} role="alert" className={styles.problem}>
          {problem}
        </span>
      )}
    </span>
  );
}
