import { ChevronDown, ChevronUp, Info, Link, X } from 'lucide-react';
import type { Conference } from '#contract/readConference.ts';
import { titleOf } from '#contract/rowFacts.ts';
import { OwnLink } from '../columns/OwnLink.tsx';
import { StatusBadge } from '../status/StatusBadge.tsx';
import { Button } from '../ui/Button.tsx';
import { Copyable, CopyButton } from '../ui/Copy.tsx';
import styles from './Drawer.module.css';
import { writeLeftOut } from './words.ts';

interface DrawerHeadProps {
  conference: Conference;
  titleId: string;
  note: string | null;
  link: () => string;
  onClose: () => void;
  onPrevious: (() => void) | null;
  onNext: (() => void) | null;
}

/** Which conference it is, how it stands, and the way to the next one and out. */
export function DrawerHead({
  conference,
  titleId,
  note,
  link,
  onClose,
  onPrevious,
  onNext,
}: DrawerHeadProps) {
  const title = titleOf(conference);
  const leftOut = writeLeftOut(conference.raw);
  return (
    <header className={styles.head}>
      <div className={styles.line}>
        <StatusBadge conference={conference} />
        <div className={styles.buttons}>
          <Button
            look="plain"
            icon={<ChevronUp size={16} aria-hidden />}
            aria-label="Previous conference"
            title="Previous conference ( [ )"
            aria-disabled={onPrevious === null}
            onClick={() => onPrevious?.()}
          />
          <Button
            look="plain"
            icon={<ChevronDown size={16} aria-hidden />}
            aria-label="Next conference"
            title="Next conference ( ] )"
            aria-disabled={onNext === null}
            onClick={() => onNext?.()}
          />
          <CopyButton label="Copy link to this conference" text={link} icon={Link} />
          <Button
            look="plain"
            icon={<X size={16} aria-hidden />}
            aria-label="Close"
            title="Close (Esc)"
            onClick={onClose}
          />
        </div>
      </div>
      <h2 id={titleId} tabIndex={-1} className={styles.title} dir="auto" title={title}>
        {title}
      </h2>
      <p className={styles.id}>
        <Copyable label="Copy ID" text={conference.id} />
        <OwnLink conference={conference} />
      </p>
      {leftOut !== null && (
        <p className={styles.note}>
          <Info size={14} aria-hidden />
          {leftOut}
        </p>
      )}
      {note !== null && (
        <p className={styles.note} role="status">
          <Info size={14} aria-hidden />
          {note}
        </p>
      )}
    </header>
  );
}
