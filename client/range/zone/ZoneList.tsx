import { useEffect, useRef } from 'react';
import { Button } from '../../ui/Button.tsx';
import { ReloadButton } from '../../ui/ReloadButton.tsx';
import type { ZoneChoice } from './createZoneFinder.ts';
import styles from './ZonePicker.module.css';

interface ZoneListProps {
  /** of the picker; the list and its options are named after it */
  id: string;
  zones: readonly ZoneChoice[];
  /** how far the zones have been learnt */
  state: 'loading' | 'ready' | 'failed';
  typed: string;
  /** place of the option that Enter would choose; -1 is none */
  active: number;
  /** the zone of the address */
  chosen: string;
  onChoose: (place: number) => void;
  onRetry: () => void;
}

/** The zones that fit, under the line in which one types. Focus stays in that line. */
export function ZoneList({ id, zones, state, typed, active, chosen, onChoose, onRetry }: ZoneListProps) {
  const list = useRef<HTMLDivElement>(null);

  useEffect(() => {
    list.current?.children[active]?.scrollIntoView?.({ block: 'nearest' });
  }, [active]);

  if (state === 'failed')
    return (
      // What is here goes when the line above loses the focus: a press leaves it there.
      <div id={`${id}-list`} className={styles.list} onPointerDown={(event) => event.preventDefault()}>
        <p role="status" className={styles.none}>
          The time zones could not be loaded.
        </p>
        <p className={styles.none}>
          <Button onClick={onRetry}>Try again</Button> <ReloadButton />
        </p>
      </div>
    );
  return (
    <div ref={list} id={`${id}-list`} role="listbox" aria-label="Time zones" className={styles.list}>
      {zones.map((zone, place) => (
        <button
          key={zone.id}
          type="button"
          id={`${id}-${place}`}
          role="option"
          tabIndex={-1}
          aria-selected={zone.tz === chosen}
          data-active={place === active || undefined}
          className={styles.zone}
          onPointerDown={(event) => event.preventDefault()}
          onClick={() => onChoose(place)}
        >
          <span className={styles.city}>
            {zone.city} <span className={styles.region}>{zone.note ?? zone.region}</span>
          </span>{' '}
          <span className={styles.offset}>UTC{zone.offset === '+00:00' ? '' : zone.offset}</span>{' '}
          <span className={styles.name}>{zone.name}</span>
        </button>
      ))}
      {zones.length === 0 && (
        <p role="status" className={styles.none}>
          {state === 'ready' ? `No time zone is called “${typed}”.` : 'Loading the time zones…'}
        </p>
      )}
    </div>
  );
}
