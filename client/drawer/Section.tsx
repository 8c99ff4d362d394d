import type { ReactNode } from 'react';
import styles from './Section.module.css';

interface SectionProps {
  /** name of the section in the address */
  tab: string;
  title: string;
  /** what stands at the end of the heading's line */
  actions?: ReactNode;
  children: ReactNode;
}

/** One part of the drawer under its heading. */
export function Section({ tab, title, actions, children }: SectionProps) {
  const heading = `drawer-${tab}`;
  return (
    <section className={styles.section} data-section={tab} aria-labelledby={heading}>
      <div className={styles.head}>
        <h3 id={heading}>{title}</h3>
        {actions !== undefined && <div className={styles.actions}>{actions}</div>}
      </div>
      {children}
    </section>
  );
}
