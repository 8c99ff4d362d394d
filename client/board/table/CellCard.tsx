import { Hash } from 'lucide-react';
import { type RefObject, useContext, useEffect, useEffectEvent, useLayoutEffect, useRef } from 'react';
import { isDateColumn } from '#contract/cellValues.ts';
import type { Conference } from '#contract/readConference.ts';
import { readClock, useNow } from '../../clock.ts';
import { toCellValue } from '../../columns/cellValue.ts';
import { headerOf } from '../../columns/columns.tsx';
import { OwnLink } from '../../columns/OwnLink.tsx';
import { ValueActions } from '../../columns/ValueActions.tsx';
import { OldContext } from '../../status/statusNow.ts';
import { CopyButton } from '../../ui/Copy.tsx';
import styles from './CellCard.module.css';
import { type CellPlace, useCellPlace } from './useCellPlace.ts';

interface CellCardProps {
  /** what holds the table and this card */
  frame: RefObject<HTMLElement | null>;
  /** the conferences on screen */
  conferences: readonly Conference[];
  zone: string;
}

/** By which the keyboard finds its way from a cell into its card. */
export const CELL_CARD = 'cell-card';

/**
 * One card for all cells: it appears at the cell that the pointer rests on or the keyboard is in, says what the cell
 * has no room for, and filters by its value or copies it. Hundreds of buttons in the cells would do the same, and
 * cost every sort and every page more than the rows themselves.
 */
export function CellCard({ frame, conferences, zone }: CellCardProps) {
  const card = useRef<HTMLDivElement>(null);
  const [place, leave] = useCellPlace(frame, card);
  const old = useContext(OldContext);
  const conference = conferences.find(({ id }) => id === place?.id) ?? null;
  const shown = conference === null ? null : place;

  useLayoutEffect(() => {
    const element = card.current;
    if (shown === null || element === null) return;
    element.showPopover({ source: shown.cell });
    return () => element.hidePopover();
  }, [shown]);
  // Another order writes other conferences into the same cells.
  useLayoutEffect(() => {
    if (place !== null && place.cell.parentElement?.dataset.row !== place.id) leave();
  });

  const close = () => {
    const held = card.current?.contains(document.activeElement) === true;
    leave();
    if (held && place?.focused) place.cell.parentElement?.focus();
  };
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (shown === null || event.key !== 'Escape' || event.defaultPrevented) return;
    event.preventDefault();
    event.stopPropagation();
    close();
  });
  const onCopy = useEffectEvent((event: ClipboardEvent) => {
    if (shown === null || conference === null || getSelection()?.isCollapsed === false) return;
    if (document.activeElement !== shown.cell) return;
    const { copied } = toCellValue(conference, shown.column, { zone, now: readClock(), old });
    if (copied === null) return;
    event.clipboardData?.setData('text/plain', copied);
    event.preventDefault();
  });
  useEffect(() => {
    const stop = new AbortController();
    document.addEventListener('keydown', onKey, { capture: true, signal: stop.signal });
    document.addEventListener('copy', onCopy, { signal: stop.signal });
    return () => stop.abort();
  }, []);

  return (
    <div ref={card} popover="manual" className={styles.card} data-card={CELL_CARD}>
      {shown !== null && conference !== null && (
        <CardContent place={shown} conference={conference} zone={zone} onFiltered={close} />
      )}
    </div>
  );
}

interface CardContentProps {
  place: CellPlace;
  conference: Conference;
  zone: string;
  onFiltered: () => void;
}

function CardContent({ place, conference, zone, onFiltered }: CardContentProps) {
  const { column, cell } = place;
  const value = toCellValue(conference, column, { zone, now: useNow(), old: useContext(OldContext) });
  const says = column === 'status' || isDateColumn(column) || isCut(cell);
  return (
    <>
      {says && value.more !== null && (
        <p className={styles.more} dir="auto">
          {value.more}
        </p>
      )}
      <fieldset className={styles.actions} aria-label={`${headerOf(column)}: value`}>
        <ValueActions column={column} cell={value} worded onFiltered={onFiltered} />
        {column === 'name' && (
          <>
            <CopyButton label="Copy ID" text={conference.id} labelled look="plain" icon={Hash} />
            <OwnLink conference={conference} />
          </>
        )}
      </fieldset>
    </>
  );
}

/** Whether a cell ends before its text does. */
function isCut(cell: HTMLElement): boolean {
  return [cell, ...cell.querySelectorAll('*')].some(
    ({ scrollWidth, clientWidth }) => clientWidth > 0 && scrollWidth > clientWidth,
  );
}
