import { Globe } from 'lucide-react';
import { memo, useId, useState } from 'react';
import { loadTemporal } from '../../lib/temporal.ts';
import { browserZone } from '../../lib/zone.ts';
import type { ZoneFinder } from './createZoneFinder.ts';
import { ZoneList } from './ZoneList.tsx';
import styles from './ZonePicker.module.css';
import { toZoneName } from './zoneNames.ts';

interface ZonePickerProps {
  /** IANA zone; "" is the browser's own */
  zone: string;
  /** the server's time, ms: offsets are those of the moment */
  readClock: () => number;
  onChange: (change: { tz: string }) => void;
}

/**
 * The time zone of everything on the board: a line to type a city, an offset or an abbreviation in, over a
 * list. What is known of 400 zones is worked out when somebody first looks for one.
 */
export const ZonePicker = memo(function ZonePicker({ zone, readClock, onChange }: ZonePickerProps) {
  const id = useId();
  const [finder, setFinder] = useState<ZoneFinder | null>(null);
  const [failed, setFailed] = useState(false);
  const [search, setSearch] = useState<{ typed: string; active: number } | null>(null);
  const found = search === null || finder === null ? [] : finder(search.typed);
  const current = toZoneName(zone || browserZone() || 'UTC');

  const open = () => {
    setSearch((now) => now ?? { typed: '', active: -1 });
    if (finder === null) void load();
  };
  const load = async () => {
    setFailed(false);
    try {
      const [file, temporal] = await Promise.all([import('./createZoneFinder.ts'), loadTemporal()]);
      const ready = await file.createZoneFinder(temporal, readClock());
      setFinder(() => ready);
    } catch {
      setFailed(true);
    }
  };
  const choose = (place: number) => {
    const choice = found[place];
    setSearch(null);
    if (choice !== undefined) onChange({ tz: choice.tz });
  };
  const move = (step: number) => {
    open();
    setSearch((now) => {
      const { typed, active } = now ?? { typed: '', active: -1 };
      return { typed, active: Math.min(Math.max(active + step, 0), found.length - 1) };
    });
  };

  return (
    <div className={styles.picker}>
      <Globe size={15} aria-hidden className={styles.icon} />
      <input
        type="text"
        role="combobox"
        aria-label="Time zone"
        aria-expanded={search !== null}
        aria-controls={`${id}-list`}
        aria-autocomplete="list"
        aria-activedescendant={
          search !== null && found[search.active] !== undefined ? `${id}-${search.active}` : undefined
        }
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        className={styles.input}
        title="City, offset or abbreviation"
        placeholder={current}
        value={search === null ? current : search.typed}
        onClick={open}
        onChange={(event) => {
          open();
          setSearch({ typed: event.target.value, active: event.target.value === '' ? -1 : 0 });
        }}
        onBlur={() => setSearch(null)}
        onKeyDown={(event) => {
          const step = STEPS[event.key];
          if (step !== undefined) {
            event.preventDefault();
            move(step);
          } else if (event.key === 'Enter' && search !== null) choose(search.active);
          else if (event.key === 'Escape') setSearch(null);
        }}
      />
      {search !== null && (
        <ZoneList
          id={id}
          zones={found}
          state={finder !== null ? 'ready' : failed ? 'failed' : 'loading'}
          typed={search.typed}
          active={search.active}
          chosen={zone}
          onChoose={choose}
          onRetry={() => void load()}
        />
      )}
    </div>
  );
});

/** How far a key goes in the list. */
const STEPS: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1, PageDown: 8, PageUp: -8 };
