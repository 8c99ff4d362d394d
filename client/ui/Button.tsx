import type { ComponentProps, ReactNode } from 'react';
import styles from './Button.module.css';

interface ButtonProps extends ComponentProps<'button'> {
  /** `plain` stands quietly in a toolbar, `outlined` by itself, `filled` is the one thing to do */
  look?: 'plain' | 'outlined' | 'filled';
  /** an icon before the words; alone, the button needs an `aria-label` */
  icon?: ReactNode;
}

/** A press that does something on this page. */
export function Button({ look = 'outlined', icon, className, children, ...rest }: ButtonProps) {
  const classes = [styles.button, styles[look], children === undefined && styles.alone, className];
  return (
    <button type="button" className={classes.filter(Boolean).join(' ')} {...rest}>
      {icon}
      {children}
    </button>
  );
}
