import { memo } from 'react';
import type { ColumnId } from '#contract/columns.ts';
import type { ListState, WalkWarning } from '#contract/list.ts';
import type { View } from '#contract/view/view.ts';
import { isEmptyHanded, isPartial } from '../api/listState.ts';
import type { Widths } from '../columns/columns.tsx';
import { formatNumber } from '../lib/number.ts';
import type { Density } from '../preferences.ts';
import { Notice } from '../ui/Notice.tsx';
import { useLate } from '../ui/useLate.ts';
import styles from './Board.module.css';
import { EmptyList, NoMatch } from './EmptyList.tsx';
import { FailedState } from './Failure.tsx';
import { ListHead } from './ListHead.tsx';
import type { List } from './list/useList.ts';
import { Pager } from './Pager.tsx';
import { Skeleton } from './Skeleton.tsx';
import { ConferencesTable } from './table/ConferencesTable.tsx';

interface ListCardProps {
  /** undefined before the first answer */
  list: List | undefined;
  error: Error | null;
  retryAt: number | null;
  /** the rows are of the question before */
  previous: boolean;
  columns: readonly ColumnId[];
  widths: Widths;
  density: Density;
  view: View;
  zone: string;
  space: string;
  onAsk: (patch: Partial<View>) => void;
  onPage: (page: number) => void;
  onOpen: (id: string) => void;
  onFocusRow: (id: string) => void;
  onClear: () => void;
  onColumns: (columns: readonly ColumnId[]) => void;
  onWidths: (widths: Widths) => void;
  onRefresh: () => void;
  /** shows the new order */
  onShow: () => void;
}

/** Most answers come sooner, ms: to fade for them is a flicker, and costs each of them a frame. */
const FADE_AFTER = 200;

/** The list and everything that must be said of it: how whole it is, how old, and what to do about it. */
export const ListCard = memo(function ListCard(props: ListCardProps) {
  const { list, error } = props;
  const state = list?.state;
  const isFaded = useLate(props.previous, FADE_AFTER);
  const isFailed = list === undefined ? error !== null : isEmptyHanded(list);
  if (isFailed) {
    return (
      <section id="conferences" tabIndex={-1} className={styles.card}>
        <FailedState error={error} state={state} retryAt={props.retryAt} onRetry={props.onRefresh} />
      </section>
    );
  }
  if (list === undefined || state === undefined || isBeforeFirst(list)) {
    return (
      <section id="conferences" tabIndex={-1} className={styles.card} aria-busy>
        <div className={styles.cardHead}>
          <p className={styles.total}>Loading…</p>
          <span role="progressbar" aria-label="Loading conferences" className="visually-hidden" />
        </div>
        <Skeleton
          columns={props.columns}
          widths={props.widths}
          density={props.density}
          rows={props.view.rows}
        />
      </section>
    );
  }
  return (
    <section
      id="conferences"
      tabIndex={-1}
      className={styles.card}
      aria-busy={props.previous}
      data-previous={isFaded || undefined}
    >
      <ListHead
        list={list}
        view={props.view}
        zone={props.zone}
        onAsk={props.onAsk}
        onClear={props.onClear}
        onShow={props.onShow}
      />
      <WalkNotices state={state} />
      <Rows {...props} list={list} />
    </section>
  );
});

/** Whether the walk has brought nothing yet. */
function isBeforeFirst({ counts, state }: List): boolean {
  return !state.whole && counts.total === 0 && state.warnings.length === 0;
}

/** The table and its pages, or why there are none. */
function Rows({ list, view, ...props }: ListCardProps & { list: List }) {
  const { counts, conferences, state, page } = list;
  if (counts.total === 0) return <EmptyList space={props.space} onRefresh={props.onRefresh} />;
  if (counts.matching === 0 && conferences.length === 0)
    return (
      <NoMatch
        total={counts.total}
        partial={isPartial(state)}
        ranged={view.match !== 'overlaps' && (view.from !== '' || view.to !== '')}
        searched={view.q !== ''}
        onClear={props.onClear}
        onWiden={() => props.onAsk({ match: 'overlaps' })}
      />
    );
  // A link to a page that the walk has not come to yet.
  if (conferences.length === 0) {
    const { columns, widths, density } = props;
    return <Skeleton columns={columns} widths={widths} density={density} rows={view.rows} />;
  }
  return (
    <>
      <ConferencesTable
        conferences={conferences}
        matching={counts.matching}
        first={(page - 1) * view.rows + 1}
        shown={props.columns}
        widths={props.widths}
        density={props.density}
        sort={view.sort}
        zone={props.zone}
        search={list.search}
        openId={view.c}
        gone={list.gone}
        arrived={list.arrived}
        onSort={(sort) => props.onAsk({ sort })}
        onColumns={props.onColumns}
        onWidths={props.onWidths}
        onOpen={props.onOpen}
        onFocusRow={props.onFocusRow}
      />
      <Pager
        page={page}
        rows={view.rows}
        matching={counts.matching}
        partial={isPartial(state)}
        onPage={props.onPage}
        onAsk={props.onAsk}
      />
    </>
  );
}

/** What is said of each; "" for what ended nothing. */
const WARNINGS: Record<WalkWarning, string> = {
  restarted: '',
  'repeated-link': 'SignalWire led the walk back to a page that it had already given, so it ended there.',
  'half-cursor': 'SignalWire gave a next page that cannot be asked for, so the walk ended there.',
  'nothing-new': 'SignalWire gave page after page without a new conference, so the walk ended there.',
  limit: 'The list is longer than this board keeps: an administrator can raise MAX_CONFERENCES.',
};

/** What makes a walk less sure of itself than it should be, said once and in words. */
function WalkNotices({ state: { warnings, dropped } }: { state: ListState }) {
  return (
    <>
      {warnings
        .filter((warning) => WARNINGS[warning] !== '')
        .map((warning) => (
          <Notice key={warning} tone="warning" title="There may be more conferences.">
            {WARNINGS[warning]}
          </Notice>
        ))}
      {dropped > 0 && (
        <Notice tone="warning" title={`${formatNumber(dropped)} left out.`}>
          SignalWire sent rows without a usable id: they cannot be shown, and are missing here.
        </Notice>
      )}
    </>
  );
}
