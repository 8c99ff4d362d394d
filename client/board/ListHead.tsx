import { useState } from 'react';
import { columnOf } from '#contract/columns.ts';
import type { Sort } from '#contract/view/parameters.ts';
import type { View } from '#contract/view/view.ts';
import { isPartial } from '../api/listState.ts';
import { headerOf } from '../columns/columns.tsx';
import { formatNumber } from '../lib/number.ts';
import { Button } from '../ui/Button.tsx';
import { useHeldFocus } from '../ui/useHeldFocus.ts';
import styles from './Board.module.css';
import type { List } from './list/useList.ts';
import { ActiveFilters } from './toolbar/ActiveFilters.tsx';

interface ListHeadProps {
  list: List;
  view: View;
  /** IANA zone */
  zone: string;
  onAsk: (patch: Partial<View>) => void;
  onClear: () => void;
  /** shows the new order */
  onShow: () => void;
}

/** The line above the rows: how many, in what order, what leaves others out, and what a new order would bring. */
export function ListHead({ list, view, zone, onAsk, onClear, onShow }: ListHeadProps) {
  const { state, counts, news } = list;
  // A filter that is removed takes its button with it: from there, Tab leads to the next one.
  const [head, setHead] = useState<HTMLElement | null>(null);
  useHeldFocus(head, 'conferences');
  return (
    <div ref={setHead} className={styles.cardHead}>
      <Total list={list} />
      <p className={styles.sorted}>{writeSort(view.sort)}</p>
      <ActiveFilters view={view} zone={zone} onAsk={onAsk} onClear={onClear} />
      {!state.whole && state.loaded !== null && <Progress loaded={Math.max(state.loaded, counts.total)} />}
      {news !== '' && (
        <div className={styles.end}>
          <Button className={styles.news} onClick={onShow}>
            {news} — show
          </Button>
        </div>
      )}
    </div>
  );
}

/** How many there are; over what is loaded, until everything is. */
function Total({ list: { counts, state } }: { list: List }) {
  const { matching, total } = counts;
  return (
    <p className={styles.total}>
      <strong>{formatNumber(matching)}</strong>
      {matching !== total && ` of ${formatNumber(total)}`}
      {total === 1 ? ' conference' : ' conferences'}
      {isPartial(state) && ' loaded so far'}
    </p>
  );
}

/** "Sorted by urgency", "Sorted by Name, last first". */
function writeSort({ column, descending }: Sort): string {
  const by = column === 'status' ? 'urgency' : headerOf(column);
  return `Sorted by ${by}${descending ? `, ${LAST_FIRST[columnOf(column).kind] ?? 'last first'}` : ''}`;
}

/** What "last first" means of a kind of column, where there is a better word. */
const LAST_FIRST: Readonly<Partial<Record<string, string>>> = {
  date: 'latest first',
  length: 'longest first',
  status: 'least urgent first',
};

/** How far the first walk over the whole list has come. SignalWire names no total, so none is promised. */
function Progress({ loaded }: { loaded: number }) {
  const words = `${formatNumber(loaded)} loaded…`;
  return (
    <div className={styles.progress}>
      <span
        role="progressbar"
        aria-label="Loading conferences"
        aria-valuetext={words}
        className={styles.bar}
      />
      <span>{words}</span>
    </div>
  );
}
