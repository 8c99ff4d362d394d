import { GitCompareArrows } from 'lucide-react';
import type { ReactNode } from 'react';
import styles from './Difference.module.css';

/** Points out that the conference's own setting is another than the session's value beside it. */
export function Difference({ children }: { children: ReactNode }) {
  return (
    <span className={styles.difference}>
      <GitCompareArrows size={12} aria-hidden />
      <span>Differs: the conference says {children}</span>
    </span>
  );
}
