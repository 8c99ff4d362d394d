import type { StatusFilter } from '#contract/status.ts';
import { type Facet, NO_FACET } from '#contract/view/parameters.ts';
import { useClock } from '../clock.ts';
import { formatNumber } from '../lib/number.ts';
import { STATUS_FILTER_WORDS } from '../status/statusWords.ts';
import styles from './Tiles.module.css';

export interface TileProps {
  /** the statuses that it counts, and that a press shows */
  filters: readonly StatusFilter[];
  /** how many the other filters leave, and how many there are at all; null before the first answer */
  count: number | null;
  all: number | null;
  /** whether there may be more than was counted */
  partial: boolean;
  words: string;
  /** what those are, in sentences; "" where it is not known */
  meaning: string;
  /** what more is to be said at a moment (ms): "longest 46 min" */
  tell?: (now: number) => string;
  /** its colour at a moment (ms); it stays under a filter that leaves none, for an alarm is one all the same */
  tone?: (now: number) => 'danger' | 'warning' | null;
  /** what the list is filtered by */
  facet: Facet;
  onChoose: (facet: Facet) => void;
}

const SILENT = () => '';
const CALM = () => null;

/** "3 live", or "2 of 3 live" where filters leave some out; a press shows only those, with Alt all but those. */
export function Tile({ filters, count, all, words, tell = SILENT, tone = CALM, ...props }: TileProps) {
  const { facet, partial, meaning, onChoose } = props;
  const more = useClock(tell);
  const colour = useClock(tone);
  const excluded = filters.every((filter) => facet.exclude.includes(filter));
  const pressed = !excluded && facet.include.join() === filters.join();
  const others = facet.exclude.filter((value) => !filters.some((filter) => filter === value));
  const choose = (isAlt: boolean) => {
    if (pressed) return onChoose(NO_FACET);
    if (excluded) return onChoose({ include: [], exclude: others });
    onChoose(isAlt ? { include: [], exclude: [...others, ...filters] } : { include: filters, exclude: [] });
  };
  const [word, ...time] = more.split(' ');
  const isNone = count === null || count === 0;
  return (
    <button
      type="button"
      className={styles.tile}
      data-tone={all === null || all === 0 ? undefined : (colour ?? undefined)}
      data-none={isNone || undefined}
      data-excluded={excluded || undefined}
      aria-pressed={pressed}
      title={`${meaning} Only ${filters.map((filter) => STATUS_FILTER_WORDS[filter]).join(', ')}. With Alt: all but these.`.trim()}
      onClick={(event) => choose(event.altKey)}
    >
      <strong>{count === null || all === null ? '–' : formatNumber(count)}</strong>{' '}
      <span className={styles.words}>
        {count !== null && all !== null && count !== all && (
          <span className={styles.all}>of {formatNumber(all)} </span>
        )}
        {words}
        {!isNone && more !== '' && (
          <span className={styles.more}>
            , {word} <span className={styles.time}>{time.join(' ')}</span>
          </span>
        )}
        {excluded && <span className="visually-hidden"> (left out)</span>}
        {count !== null && partial && <span className={`${styles.more} ${styles.soFar}`}> so far</span>}
      </span>
    </button>
  );
}
