import { Info, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import styles from './Notice.module.css';

interface NoticeProps {
  tone: 'information' | 'warning' | 'danger';
  /** what happened, in a few words */
  title: ReactNode;
  /** what it means and what to do next */
  children?: ReactNode;
  /** buttons */
  actions?: ReactNode;
}

/** A line across the page that says what happened, what it means and what to do next. */
export function Notice({ tone, title, children, actions }: NoticeProps) {
  const Icon = tone === 'information' ? Info : TriangleAlert;
  return (
    <div className={`${styles.notice} ${styles[tone]}`} role={tone === 'danger' ? 'alert' : 'status'}>
      <Icon size={16} aria-hidden className={styles.icon} />
      <p className={styles.words}>
        <strong>{title}</strong> {children}
      </p>
      {actions !== undefined && <div className={styles.actions}>{actions}</div>}
    </div>
  );
}
