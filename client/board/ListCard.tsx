import type { ColumnId } from '#contract/columns.ts';
import type { View } from '#contract/view/view.ts';
import { formatNumber } from '../lib/number.ts';
import type { Answer } from '../roster/question.ts';
import { isWhole, WALK_LIMIT } from '../roster/walk.ts';
import { Button } from '../ui/Button.tsx';
import styles from './ConferencesPage.module.css';
import { EmptyList, NoMatch } from './EmptyList.tsx';
import { FailedState } from './FailedState.tsx';
import type { List } from './list.ts';
import { Pager } from './Pager.tsx';
import { Skeleton } from './Skeleton.tsx';
import { ConferencesTable } from './table/ConferencesTable.tsx';
import type { usePageRows } from './usePageRows.ts';
import { WalkNotices } from './WalkNotices.tsx';
import { WalkProgress } from './WalkProgress.tsx';

interface ListCardProps {
  list: List | undefined;
  answer: Answer | null;
  pageRows: ReturnType<typeof usePageRows>;
  error: Error | null;
  retryAt: number | null;
  /** the rows are of the question before */
  dimmed: boolean;
  columns: readonly ColumnId[];
  view: View;
  zone: string;
  space: string;
  onAsk: (patch: Partial<View>) => void;
  onPage: (page: number) => void;
  onOpen: (id: string) => void;
  onFocusRow: (id: string) => void;
  onClear: () => void;
  onRefresh: () => void;
  onStop: () => void;
  onResume: () => void;
}

/** The list and everything that must be said of it: how whole it is, how old, and what to do about it. */
export function ListCard(props: ListCardProps) {
  const { list, answer, error, view, pageRows } = props;
  if (list === undefined || answer === null) {
    return (
      <section id="conferences" className={styles.card} aria-busy={error === null}>
        {error === null ? (
          <>
            <div className={styles.cardHead}>
              <p className={styles.total}>Loading…</p>
              <span role="progressbar" aria-label="Loading conferences" className="visually-hidden" />
            </div>
            <Skeleton columns={props.columns} rows={view.rows} />
          </>
        ) : (
          <FailedState error={error} retryAt={props.retryAt} onRetry={props.onRefresh} />
        )}
      </section>
    );
  }
  // A refresh within what the reader stopped at ends at a limit too, and it is the reader's own.
  const phase = list.walk.phase === 'limit' && list.walk.limit < WALK_LIMIT ? 'stopped' : list.walk.phase;
  const partial = list.refreshes === 0 && !isWhole(list.walk);
  const ranged = list.filter.starts_after !== null || list.filter.ends_before !== null;
  return (
    <section
      id="conferences"
      className={styles.card}
      aria-busy={props.dimmed}
      data-dimmed={props.dimmed || undefined}
    >
      <div className={styles.cardHead}>
        <Total answer={answer} partial={partial} />
        {(phase === 'stopped' || phase === 'limit' || (phase === 'walking' && partial)) && (
          <WalkProgress
            loaded={Math.max(list.walk.loaded, answer.total)}
            phase={phase}
            onStop={props.onStop}
            onResume={props.onResume}
          />
        )}
        {pageRows.news !== '' && (
          <div className={styles.end}>
            <Button className={styles.news} onClick={pageRows.show}>
              {pageRows.news} — show
            </Button>
          </div>
        )}
      </div>
      <WalkNotices walk={list.walk} />
      {answer.total === 0 && !ranged && !partial ? (
        <EmptyList space={props.space} onRefresh={props.onRefresh} />
      ) : answer.matching === 0 && pageRows.conferences.length === 0 ? (
        <NoMatch
          total={answer.total}
          partial={partial}
          ranged={ranged}
          searched={view.q !== ''}
          onClear={props.onClear}
        />
      ) : pageRows.conferences.length === 0 ? (
        // A link to a page that the walk has not come to yet.
        <Skeleton columns={props.columns} rows={view.rows} />
      ) : (
        <>
          <ConferencesTable
            conferences={pageRows.conferences}
            matching={answer.matching}
            shown={props.columns}
            sort={view.sort}
            page={pageRows.page}
            rows={view.rows}
            zone={props.zone}
            query={view.q}
            openId={view.c}
            gone={pageRows.gone}
            onSort={(sort) => props.onAsk({ sort })}
            onOpen={props.onOpen}
            onFocusRow={props.onFocusRow}
          />
          <Pager
            page={pageRows.page}
            rows={view.rows}
            matching={answer.matching}
            partial={partial}
            onPage={props.onPage}
            onAsk={props.onAsk}
          />
        </>
      )}
    </section>
  );
}

/** How many there are; over what is loaded, until everything is. */
function Total({ answer, partial }: { answer: Answer; partial: boolean }) {
  const matching = formatNumber(answer.matching);
  const total = formatNumber(answer.total);
  return (
    <p className={styles.total}>
      <strong>{matching}</strong>
      {answer.matching !== answer.total && ` of ${total}`}
      {answer.total === 1 ? ' conference' : ' conferences'}
      {partial && ' loaded so far'}
    </p>
  );
}
