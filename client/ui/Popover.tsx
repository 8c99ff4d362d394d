import { type ReactNode, useId, useState } from 'react';
import { Button } from './Button.tsx';
import styles from './Popover.module.css';

interface PopoverProps {
  /** the words on the button */
  label: string;
  /** what it is called where the words alone would be mistaken for something else; it holds the words */
  name?: string;
  icon?: ReactNode;
  /** stands behind the words, for a count or a choice */
  badge?: ReactNode;
  look?: 'plain' | 'outlined';
  /** show the icon alone; the label is then read, not seen */
  iconOnly?: boolean;
  /** what it holds; built only while it is open */
  children: (close: () => void) => ReactNode;
}

/**
 * A button with a small panel below it. The browser's own popover does the rest: one at a time, Escape and
 * a press elsewhere close it, and focus goes back to the button.
 */
export function Popover({ label, name, icon, badge, look, iconOnly = false, children }: PopoverProps) {
  const id = useId();
  const [open, setOpen] = useState(false);
  const close = () => document.getElementById(id)?.hidePopover();
  return (
    <>
      <Button
        look={look}
        icon={icon}
        popoverTarget={id}
        aria-expanded={open}
        aria-label={name ?? (iconOnly ? label : undefined)}
        title={iconOnly ? label : undefined}
      >
        {iconOnly ? undefined : (
          <>
            {label}
            {badge}
          </>
        )}
      </Button>
      <div
        id={id}
        popover="auto"
        role="dialog"
        aria-label={name ?? label}
        className={styles.panel}
        onToggle={(event) => setOpen(event.newState === 'open')}
      >
        {open && children(close)}
      </div>
    </>
  );
}
