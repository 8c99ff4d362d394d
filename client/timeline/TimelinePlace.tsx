import styles from './TimelinePlace.module.css';

/** The timeline's own shape before there is anything to draw. */
export function TimelinePlace() {
  return (
    <div aria-hidden className={styles.place}>
      <i />
    </div>
  );
}
