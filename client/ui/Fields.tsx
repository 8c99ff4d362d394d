import type { ReactNode } from 'react';
import styles from './Fields.module.css';
import { Nothing } from './Nothing.tsx';

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
}

/** A label and its value, within {@link Fields}. */
export function Field({ label, name, children, note }: FieldProps) {
  return (
    <div className={styles.field} data-field={name}>
      <dt title={name}>{label}</dt>
      <dd>
        {children ?? <Nothing />}
        {note}
      </dd>
    </div>
  );
}
