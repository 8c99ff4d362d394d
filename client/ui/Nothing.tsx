import styles from './Nothing.module.css';

/** Stands where a value is missing. */
export function Nothing() {
  return (
    <span className={styles.nothing}>
      <span aria-hidden>—</span>
      <span className="visually-hidden">not set</span>
    </span>
  );
}
