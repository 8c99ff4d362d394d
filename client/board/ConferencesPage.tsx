import { useQuery } from '@tanstack/react-query';
import { useCallback, useMemo, useRef, useState } from 'react';
import { isProblem } from '#contract/range/problem.ts';
import { writeQuestion } from '#contract/view/view.ts';
import { boardQuery } from '../api/board.ts';
import { writeListCurl } from '../api/curl.ts';
import { readClock } from '../clock.ts';
import { browserZone } from '../lib/instant.ts';
import { usePreferences } from '../preferences.ts';
import { DEFAULT_COLUMNS } from '../roster/columns.ts';
import { ListTimeline } from '../timeline/ListTimeline.tsx';
import { useAfterPaint } from '../ui/useAfterPaint.ts';
import { useMedia } from '../ui/useMedia.ts';
import { currentView, linkTo } from '../view/address.ts';
import { useView } from '../view/useView.ts';
import styles from './ConferencesPage.module.css';
import { createActions } from './createActions.ts';
import { Freshness } from './Freshness.tsx';
import { FilterContext } from './filterContext.ts';
import { Header } from './Header.tsx';
import { KeysMenu } from './KeysMenu.tsx';
import { ListCard } from './ListCard.tsx';
import { LiveRegion } from './LiveRegion.tsx';
import { usePreparedDrawer } from './lazyDrawer.tsx';
import { OpenedConference } from './OpenedConference.tsx';
import { toRefreshWords } from './refreshWords.ts';
import { StaleNotice } from './StaleNotice.tsx';
import { StatusChips } from './toolbar/StatusChips.tsx';
import { Toolbar } from './toolbar/Toolbar.tsx';
import { Tools } from './toolbar/Tools.tsx';
import { useAnswer } from './useAnswer.ts';
import { useList } from './useList.ts';
import { useOpened } from './useOpened.ts';
import { usePageKeys } from './usePageKeys.ts';
import { usePageRows } from './usePageRows.ts';
import { gridOf, useRangeQuestion, WHOLE_LIST } from './useRangeQuestion.ts';
import { useStandingRow } from './useStandingRow.ts';
import { useTitle } from './useTitle.ts';

/** The whole page: it alone knows the view, the queries and this browser's preferences. */
export function ConferencesPage() {
  const [view, changeView] = useView();
  const [preferences, changePreferences] = usePreferences();
  const { data: board } = useQuery(boardQuery);
  const wide = useMedia('(min-width: 1024px)');
  const main = useRef<HTMLElement>(null);

  const zone = view.tz || preferences.zone || browserZone();
  const roomy = useMedia('(min-width: 1024px) and (min-height: 800px)');
  const timeline = preferences.timeline ?? roomy;
  const columns = view.cols ?? preferences.columns ?? DEFAULT_COLUMNS;

  const [resolvedAt, setResolvedAt] = useState({ refreshes: 0, now: readClock() });
  const grid = gridOf(board);
  const range = useRangeQuestion(view, { zone, grid, now: resolvedAt.now });
  const { list, error, busy, previous, retryAt, refresh, stop, resume } = useList(
    range.asked ?? WHOLE_LIST,
    preferences.interval,
  );
  const refreshes = list?.refreshes ?? 0;
  if (resolvedAt.refreshes !== refreshes) setResolvedAt({ refreshes, now: readClock() });

  const { answer, question } = useAnswer(list, view, { zone, overlaps: range.overlaps });
  const pageRows = usePageRows(list, answer, question, view, resolvedAt.refreshes);
  const opened = useOpened(view.c, list, answer);
  usePreparedDrawer(answer !== null);
  useTitle(answer === null ? 0 : answer.statusCounts.live + answer.statusCounts.overrunning);

  const actions = useMemo(
    () => createActions(changeView, changePreferences),
    [changeView, changePreferences],
  );
  const { ask, open, clear } = actions;
  const follow = useCallback(
    (id: string) => {
      if (view.c !== null && wide && id !== view.c) changeView({ c: id }, 'replace');
    },
    [view.c, wide, changeView],
  );

  usePageKeys(main, { enabled: preferences.keys, onRefresh: refresh });

  const link = useCallback(() => linkTo({ ...currentView(), tz: zone, cols: columns }), [zone, columns]);
  /** the answer that is on screen, for all that follows the rows: larger work and smaller news, as the timeline is */
  const painted = useAfterPaint(answer);
  const stale = error !== null || (list?.staleCode ?? null) !== null;
  const drawer = opened.kind !== 'none';
  useStandingRow(drawer && wide ? view.c : null);
  const ranged = list !== undefined && (list.filter.starts_after ?? list.filter.ends_before) !== null;
  return (
    <FilterContext value={actions.filter}>
      <a href="#conferences" className={styles.skip}>
        Skip to the conferences
      </a>
      <div className={styles.page} data-drawer={drawer && wide ? 'beside' : undefined}>
        <div className={styles.column}>
          <Header
            board={board ?? null}
            scheme={preferences.scheme}
            onScheme={(scheme) => changePreferences({ scheme })}
          >
            <Freshness
              asOf={list?.asOf ?? null}
              busy={busy}
              stale={stale}
              partial={list !== undefined}
              interval={preferences.interval}
              onInterval={actions.chooseInterval}
              onRefresh={refresh}
            />
            <KeysMenu enabled={preferences.keys} onEnable={actions.enableKeys} />
          </Header>
          <main ref={main} className={styles.main} data-stale={stale || undefined}>
            <StatusChips
              filters={view.filters}
              counts={painted}
              doubt={refreshes === 0 ? 'so far' : ranged ? 'in range' : null}
              onAsk={ask}
            />
            <Toolbar
              view={view}
              answer={painted}
              zone={zone}
              chosenZone={view.tz || preferences.zone}
              range={range.resolved}
              onChange={changeView}
              onAsk={ask}
              onClear={clear}
            >
              <Tools
                columns={columns}
                timeline={timeline}
                link={link}
                curl={
                  list === undefined || board === undefined ? null : writeListCurl(board.origin, list.filter)
                }
                onColumns={actions.chooseColumns}
                onTimeline={actions.showTimeline}
              />
            </Toolbar>
            {timeline && (list !== undefined || error === null) && (
              <div className={styles.timeline}>
                <ListTimeline
                  question={writeQuestion({ ...view, page: 1, rows: 50, sort: null }, zone)}
                  rev={painted === null ? null : String(refreshes)}
                  range={range.resolved === null || isProblem(range.resolved) ? null : range.resolved}
                  zone={zone}
                  selectedId={view.c}
                  onRange={actions.askOverlaps}
                  onOpen={open}
                />
              </div>
            )}
            <ListCard
              list={list}
              answer={answer}
              pageRows={pageRows}
              error={error}
              retryAt={retryAt}
              dimmed={previous}
              columns={columns}
              view={view}
              zone={zone}
              space={board?.space ?? 'The space'}
              onAsk={ask}
              onPage={actions.turnTo}
              onOpen={open}
              onFocusRow={follow}
              onClear={clear}
              onRefresh={refresh}
              onStop={stop}
              onResume={resume}
            />
            {list !== undefined && stale && (
              <div className={styles.stale}>
                <StaleNotice
                  error={error}
                  staleCode={list.staleCode}
                  asOf={list.asOf}
                  zone={zone}
                  retryAt={retryAt}
                  busy={busy}
                  onRetry={refresh}
                />
              </div>
            )}
          </main>
        </div>
        <OpenedConference
          opened={opened}
          view={view}
          answer={answer}
          zone={zone}
          origin={board?.origin ?? ''}
          wide={wide}
          keys={preferences.keys}
          link={link}
          onChange={changeView}
        />
      </div>
      <LiveRegion refreshes={refreshes} words={toRefreshWords(list)} />
    </FilterContext>
  );
}
