import type { ReactNode } from 'react';
import styles from './Fields.module.css';

/** Labels and values in two columns. */
export function Fields({ children }: { children: ReactNode }) {
  return <dl className={styles.fields}>{children}</dl>;
}

interface FieldProps {
  label: string;
  /** the value's name in the data, seen on hover */
  name: string;
  /** null stands as a dash */
  children: ReactNode;
  /** what is to be said of the value, below it */
  note?: ReactNode;
  /** what can be done with the value: seen while the pointer or the focus is here, and always under a finger */
  actions?: ReactNode;
}

/** A label and its value, within {@link Fields}. */
export function Field({ label, name, children, note, actions }: FieldProps) {
  return (
    <div className={styles.field} data-field={name}>
      <dt title={name}>{label}</dt>
      <dd>
        {children ?? <Nothing />}
        {note}
        {actions !== undefined && <span className={styles.actions}>{actions}</span>}
      </dd>
    </div>
  );
}

interface FoldedFieldsProps {
  /** each with whether it has a value; those without are folded away */
  fields: readonly { readonly isSet: boolean; readonly field: ReactNode }[];
}

/** Labels and values of which some may be missing: these stand below the others, and are seen when asked for. */
export function FoldedFields({ fields }: FoldedFieldsProps) {
  const missing = fields.filter(({ isSet }) => !isSet);
  return (
    <>
      <Fields>{fields.filter(({ isSet }) => isSet).map(({ field }) => field)}</Fields>
      {missing.length > 0 && (
        <details className={styles.missing}>
          <summary>{missing.length} not set</summary>
          <Fields>{missing.map(({ field }) => field)}</Fields>
        </details>
      )}
    </>
  );
}

/** Stands where a value is missing. */
export function Nothing() {
  return (
    <span className={styles.nothing}>
      <span aria-hidden>—</span>
      <span className="visually-hidden">not set</span>
    </span>
  );
}
