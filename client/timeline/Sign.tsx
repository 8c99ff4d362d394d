import type { Status } from '#contract/status.ts';
import { STATUS_WORDS } from '../status/statusWords.ts';
import styles from './Sign.module.css';

/** A status as it looks in the lanes, with its word. */
export function Sign({ status }: { status: Status }) {
  return (
    <>
      <span className={styles.sign} data-status={status} /> {STATUS_WORDS[status]}
    </>
  );
}
