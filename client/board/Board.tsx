import { useQuery } from '@tanstack/react-query';
import { useCallback, useMemo, useRef } from 'react';
import { isProblem } from '#contract/range/problem.ts';
import { writeSelection } from '#contract/view/view.ts';
import { boardQuery } from '../api/board.ts';
import { isEmptyHanded, momentOf } from '../api/listState.ts';
import { DEFAULT_COLUMNS } from '../columns/columns.tsx';
import { ConferenceUrlContext } from '../columns/OwnLink.tsx';
import { FilterContext } from '../columns/ValueActions.tsx';
import { writeListCurl } from '../lib/curl.ts';
import { usePreferences, zoneOf } from '../preferences.ts';
import { OldContext } from '../status/statusNow.ts';
import { ListTimeline } from '../timeline/ListTimeline.tsx';
import { FaultBoundary } from '../ui/FaultBoundary.tsx';
import { useMedia } from '../ui/useMedia.ts';
import { linkToView } from '../view/address.ts';
import { useView } from '../view/useView.ts';
import styles from './Board.module.css';
import { createActions } from './createActions.ts';
import { StaleNotice } from './Failure.tsx';
import { Freshness } from './Freshness.tsx';
import { Header } from './Header.tsx';
import { KeysMenu, usePageKeys } from './KeysMenu.tsx';
import { usePreparedDrawer } from './LazyDrawer.tsx';
import { ListCard } from './ListCard.tsx';
import { LiveRegion } from './LiveRegion.tsx';
import { useList } from './list/useList.ts';
import { OpenedConference, useOpenedSession } from './OpenedConference.tsx';
import { PageNotices } from './PageNotices.tsx';
import { Tiles } from './Tiles.tsx';
import { useStandingRow } from './table/rows.ts';
import { Toolbar } from './toolbar/Toolbar.tsx';
import { Tools } from './toolbar/Tools.tsx';
import { useOld } from './useOld.ts';
import { useQuestion } from './useQuestion.ts';

/** The picture stands where it stands, whatever range the list has. */
const ANY_TIME = { from: '', to: '', match: 'overlaps' } as const;

/** The whole page, as its regions: it alone knows the view, the list and this browser's preferences. */
export function Board() {
  const [view, changeView] = useView();
  const [preferences, changePreferences] = usePreferences();
  const { data: board } = useQuery(boardQuery);
  // By the size of the type: where it is large, there is no room beside a drawer.
  const wide = useMedia('(min-width: 64em)');
  const roomy = useMedia('(min-width: 64em) and (min-height: 50em)');
  const main = useRef<HTMLElement>(null);

  const { tz } = view;
  const { zone, problem: zoneProblem } = useMemo(() => zoneOf({ tz }, preferences), [tz, preferences]);
  const columns = view.cols ?? preferences.columns ?? DEFAULT_COLUMNS;
  const timeline = preferences.timeline ?? roomy;
  const { question, range } = useQuestion(view, zone);
  const { list, error, busy, previous, retryAt, refresh, show } = useList(question, preferences.interval);
  const isEmpty = list !== undefined && isEmptyHanded(list);
  const stale = error !== null || (list?.state.trouble ?? null) !== null;
  const asked = writeSelection(question.view, zone);
  const drawn = writeSelection({ ...question.view, ...ANY_TIME }, zone);
  const moment = list === undefined ? null : momentOf(list.state);

  const actions = useMemo(
    () => createActions(changeView, changePreferences),
    [changeView, changePreferences],
  );
  const follow = useCallback(
    (id: string) => {
      if (view.c !== null && wide && id !== view.c) changeView({ c: id }, 'replace');
    },
    [view.c, wide, changeView],
  );
  const link = useCallback(() => linkToView(zone), [zone]);
  usePageKeys(main, { enabled: preferences.keys, onRefresh: refresh });
  usePreparedDrawer(list !== undefined);

  const old = useOld(isEmpty ? undefined : list?.state, preferences.interval, zone);
  useOpenedSession(question.view.session, list, changeView);

  const beside = view.c !== null && wide;
  useStandingRow(beside ? view.c : null);
  return (
    <FilterContext value={actions.filter}>
      <OldContext value={old}>
        <ConferenceUrlContext value={board?.conferenceUrl ?? null}>
          <a href="#conferences" className={styles.skip}>
            Skip to the conferences
          </a>
          <div className={styles.page} data-drawer={beside ? 'beside' : undefined}>
            <div className={styles.column}>
              <FaultBoundary part="header" resetOn={[board]}>
                <Header
                  board={board ?? null}
                  scheme={preferences.scheme}
                  onScheme={(scheme) => changePreferences({ scheme })}
                >
                  <Freshness
                    asOf={list?.state.asOf ?? null}
                    busy={busy}
                    stale={stale}
                    partial={list !== undefined && !isEmpty}
                    waitingSince={list?.state.waitingSince ?? null}
                    interval={preferences.interval}
                    onInterval={actions.chooseInterval}
                    onRefresh={refresh}
                  />
                  <KeysMenu enabled={preferences.keys} onEnable={actions.enableKeys} />
                </Header>
              </FaultBoundary>
              <main ref={main} className={styles.main} data-stale={stale || undefined}>
                <FaultBoundary part="strip" resetOn={[list]}>
                  <Tiles
                    view={question.view}
                    zone={zone}
                    list={isEmpty ? undefined : list}
                    onAsk={actions.ask}
                  />
                </FaultBoundary>
                <FaultBoundary part="toolbar" resetOn={[view]}>
                  <Toolbar
                    view={view}
                    undated={list?.counts.undated ?? 0}
                    asked={asked}
                    moment={moment}
                    zone={zone}
                    chosenZone={zoneProblem === null ? view.tz || preferences.zone : zone}
                    range={range}
                    onChange={changeView}
                    onAsk={actions.ask}
                    onClear={actions.clear}
                  >
                    <Tools
                      columns={columns}
                      density={preferences.density}
                      timeline={timeline}
                      link={link}
                      curl={
                        list === undefined || board === undefined
                          ? null
                          : writeListCurl(
                              board.origin,
                              view.match === 'inside' ? list.range : { from: null, until: null },
                            )
                      }
                      onColumns={actions.chooseColumns}
                      onStart={actions.startColumns}
                      onDensity={actions.chooseDensity}
                      onTimeline={actions.showTimeline}
                    />
                  </Toolbar>
                </FaultBoundary>
                <PageNotices
                  version={board?.version}
                  zoneProblem={zoneProblem}
                  lostSession={list?.counts.matching === 0 && list.state.whole ? view.session : null}
                  onShowAll={() => actions.ask({ session: null })}
                />
                {timeline && !isEmpty && (list !== undefined || error === null) && (
                  <FaultBoundary part="picture" resetOn={[asked, moment, zone]}>
                    <div className={styles.timeline}>
                      <ListTimeline
                        question={drawn}
                        moment={moment}
                        waits={previous}
                        range={range === null || isProblem(range) ? null : range}
                        rangeText={`${view.from} ${view.to}`}
                        zone={zone}
                        selectedId={view.c}
                        onRange={actions.askOverlaps}
                        onOpen={actions.open}
                      />
                    </div>
                  </FaultBoundary>
                )}
                <FaultBoundary part="list" resetOn={[list]}>
                  <ListCard
                    list={list}
                    error={error}
                    retryAt={retryAt}
                    previous={previous}
                    columns={columns}
                    widths={preferences.widths}
                    density={preferences.density}
                    view={view}
                    zone={zone}
                    space={board?.space ?? 'The space'}
                    onAsk={actions.ask}
                    onPage={actions.turnTo}
                    onOpen={actions.open}
                    onFocusRow={follow}
                    onClear={actions.clear}
                    onColumns={actions.chooseColumns}
                    onWidths={actions.sizeColumns}
                    onRefresh={refresh}
                    onShow={show}
                  />
                </FaultBoundary>
                {list !== undefined && stale && !isEmpty && (
                  <StaleNotice
                    error={error}
                    state={list.state}
                    zone={zone}
                    retryAt={retryAt}
                    busy={busy}
                    onRetry={refresh}
                  />
                )}
              </main>
            </div>
            {view.c !== null && (
              <OpenedConference
                id={view.c}
                list={list}
                error={error}
                question={question}
                zone={zone}
                origin={board?.origin ?? ''}
                wide={wide}
                keys={preferences.keys}
                tab={view.tab}
                onChange={changeView}
              />
            )}
          </div>
          <LiveRegion said={list?.said} />
        </ConferenceUrlContext>
      </OldContext>
    </FilterContext>
  );
}
