import { X } from 'lucide-react';
import { useState } from 'react';
import { isProblem } from '#contract/range/problem.ts';
import type { RangeField as FieldName, FieldProblem } from '#contract/range/resolve.ts';
import { Button } from '../ui/Button.tsx';
import { RangeEnd } from './RangeEnd.tsx';
import styles from './RangeField.module.css';
import type { RangeChange } from './rangeChange.ts';
import { type FieldSetting, readField, settle, writeField } from './settle.ts';

interface RangeFieldProps {
  /** both ends in the language of ranges, "" is open */
  from: string;
  to: string;
  setting: FieldSetting;
  /** why the two ends cannot be used; null when they can */
  fault: FieldProblem | null;
  onChange: (change: RangeChange) => void;
}

/** Said of what was typed: the fields show it, and the list does not. */
const UNTAKEN = 'The list stays as it was.';

/** Texts that nobody has taken yet, and the committed range over which they were typed. */
interface Draft {
  readonly over: string;
  readonly from: string | null;
  readonly to: string | null;
  readonly problem: FieldProblem | null;
}

/**
 * The two ends of the range as lines to type in. They show words and take whatever people write; a range that cannot be
 * used stays here, with its reason at the field, and changes nothing.
 */
export function RangeField({ from, to, setting, fault, onChange }: RangeFieldProps) {
  const none: Draft = { over: `${from}…${to}`, from: null, to: null, problem: null };
  const [kept, setDraft] = useState<Draft>(none);
  // Whatever changes the range from outside (Back, a preset) throws away what was being typed.
  const draft = kept.over === none.over ? kept : none;

  const finish = (field: FieldName) => {
    if (draft.from === null && draft.to === null) return;
    const outcome = settle(draft, { from, to }, field, setting);
    if (isProblem(outcome)) {
      setDraft({ ...draft, problem: outcome });
      return;
    }
    setDraft(none);
    if (outcome.from !== from || outcome.to !== to) onChange(outcome);
  };
  const problemOf = (field: FieldName) => {
    if (draft.problem?.field === field) return `${draft.problem.problem} ${UNTAKEN}`;
    return draft.problem === null && fault?.field === field ? fault.problem : null;
  };
  const end = (label: 'From' | 'To', field: FieldName, committed: string) => {
    const text = draft[field] ?? writeField(committed, setting);
    return (
      <RangeEnd
        label={label}
        text={text}
        reading={readField(draft[field] ?? committed, field, setting)}
        problem={problemOf(field)}
        isTyped={draft[field] !== null}
        onType={(typed) => setDraft({ ...draft, problem: null, [field]: typed })}
        onDone={() => finish(field)}
        onCancel={() => setDraft(none)}
      />
    );
  };

  return (
    <fieldset className={styles.field}>
      <legend className="visually-hidden">Date range</legend>
      {end('From', 'from', from)}
      {end('To', 'to', to)}
      <Button
        look="plain"
        className={styles.clear}
        aria-label="Clear dates"
        title="Clear dates"
        icon={<X size={14} aria-hidden />}
        disabled={from === '' && to === ''}
        onClick={() => onChange({ from: '', to: '' })}
      />
    </fieldset>
  );
}
