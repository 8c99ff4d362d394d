import { type ReactNode, useId, useRef, useState } from 'react';
import { Button } from './Button.tsx';
import styles from './Popover.module.css';

interface PopoverProps {
  /** of the panel, where something else opens it too */
  id?: string;
  /** the words on the button */
  label: string;
  /** read after the words, not seen, where they alone would be mistaken for something else: "filter" */
  hint?: string;
  icon?: ReactNode;
  /** stands behind the words, for a count or a choice */
  badge?: ReactNode;
  look?: 'plain' | 'outlined';
  /** of the button */
  className?: string;
  /** show the icon alone; the label is then read, not seen */
  iconOnly?: boolean;
  /** as wide and as high as what it holds, where the screen is */
  wide?: boolean;
  /** what it holds; built only while it is open */
  children: (close: () => void) => ReactNode;
}

/**
 * A button with a small panel below it. The browser's own popover does the rest: one at a time, Escape and
 * a press elsewhere close it, and focus goes back to where it was; of a panel within a panel it forgets that, so what is
 * lost goes to the button.
 */
export function Popover({
  id: given,
  label,
  hint,
  icon,
  badge,
  look,
  className,
  iconOnly = false,
  wide = false,
  children,
}: PopoverProps) {
  const own = useId();
  const id = given ?? own;
  const [open, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const close = () => document.getElementById(id)?.hidePopover();
  return (
    <>
      <Button
        ref={button}
        look={look}
        className={className}
        icon={icon}
        popoverTarget={id}
        aria-expanded={open}
        aria-label={iconOnly ? label : undefined}
        title={iconOnly ? label : undefined}
      >
        {iconOnly ? undefined : (
          <>
            <span>
              {label}
              {hint !== undefined && <span className="visually-hidden"> {hint}</span>}
            </span>
            {badge}
          </>
        )}
      </Button>
      <div
        id={id}
        popover="auto"
        role="dialog"
        aria-label={hint === undefined ? label : `${label} ${hint}`}
        className={styles.panel}
        data-wide={wide || undefined}
        onToggle={({ newState, target, currentTarget }) => {
          // React passes on what a panel within this one does.
          if (target !== currentTarget) return;
          setOpen(newState === 'open');
          const { activeElement } = document;
          const isLost = activeElement === document.body || currentTarget.contains(activeElement);
          if (newState === 'closed' && isLost) button.current?.focus({ preventScroll: true });
        }}
      >
        {open && children(close)}
      </div>
    </>
  );
}
