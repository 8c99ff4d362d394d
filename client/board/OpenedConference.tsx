import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { flushSync } from 'react-dom';
import type { PlaceAnswer } from '#contract/list.ts';
import { type Conference, readConference } from '#contract/readConference.ts';
import { type View, writeQuestion } from '#contract/view/view.ts';
import { ApiError } from '../api/ApiError.ts';
import { momentOf } from '../api/listState.ts';
import { FaultBoundary } from '../ui/FaultBoundary.tsx';
import { useKeys } from '../ui/useKeys.ts';
import { currentView, linkToOne } from '../view/address.ts';
import type { ChangeView } from '../view/useView.ts';
import { LazyDrawer } from './LazyDrawer.tsx';
import { conferenceQuery, isNotLoaded, placeQuery } from './list/lookups.ts';
import { lastPage, pageQuery, type Question } from './list/queries.ts';
import type { List } from './list/useList.ts';
import { MissingConference } from './MissingConference.tsx';
import { rowOf } from './table/rows.ts';

interface OpenedConferenceProps {
  id: string;
  /** undefined before the first answer */
  list: List | undefined;
  /** why the list cannot be had; null when it can */
  error: Error | null;
  question: Question;
  zone: string;
  /** of the space */
  origin: string;
  /** whether there is room for the drawer beside the table */
  wide: boolean;
  /** whether single letters act as keys */
  keys: boolean;
  tab: View['tab'];
  onChange: ChangeView;
}

/** The conference that the address opens, in its drawer, with the way to the one before, the one after, and out. */
export function OpenedConference(props: OpenedConferenceProps) {
  const { id, onChange } = props;
  const elsewhere = useElsewhere(props);
  const opened = useOpened(props, elsewhere);
  const close = () => {
    const row = rowOf(id);
    onChange({ c: null, tab: 'session' });
    row?.focus();
  };

  const isInTable = () => document.activeElement?.matches('[data-row]') === true;
  const go = (next: string, page: number) => {
    const follows = isInTable();
    flushSync(() => onChange({ c: next, page }, 'replace'));
    // From a row of the table the arrows go on from where the brackets led.
    if (follows) rowOf(next)?.focus();
  };
  const [toPrevious, toNext] = [useStep(-1, props, elsewhere, go), useStep(1, props, elsewhere, go)];

  useKeys({ Escape: close }, true);
  useKeys({ '[': () => toPrevious?.(), ']': () => toNext?.() }, props.keys, 'in dialogs too');

  if (opened.kind !== 'found') return <MissingConference id={id} why={opened.kind} onClose={close} />;
  const { conference, note } = opened;
  return (
    <FaultBoundary
      part="drawer"
      resetOn={[conference]}
      frame={(notice) => <MissingConference id={id} why={{ notice }} onClose={close} />}
    >
      <LazyDrawer
        conference={conference}
        zone={props.zone}
        origin={props.origin}
        place={props.wide ? 'beside' : 'sheet'}
        note={note}
        tab={props.tab}
        onTab={(tab) => onChange({ tab }, 'replace')}
        link={() => linkToOne(id)}
        onClose={close}
        onPrevious={toPrevious}
        onNext={toNext}
      />
    </FaultBoundary>
  );
}

/** Where a conference stands that is not on the page on screen; undefined for one that is, and until it is known. */
function useElsewhere({ id, list, question }: OpenedConferenceProps): PlaceAnswer | undefined {
  const isElsewhere = list?.conferences.every((conference) => conference.id !== id) === true;
  const asked = writeQuestion({ ...question.view, page: 1, rows: 50 }, question.zone);
  const { data } = useQuery({
    ...placeQuery(id, asked, list === undefined ? '' : momentOf(list.state)),
    enabled: isElsewhere,
  });
  return isElsewhere ? data : undefined;
}

/** The way to the conference before (-1) or after (1), over the ends of the page too; null where there is none. */
function useStep(
  by: -1 | 1,
  { id, list, question }: OpenedConferenceProps,
  elsewhere: PlaceAnswer | undefined,
  go: (id: string, page: number) => void,
): (() => void) | null {
  const client = useQueryClient();
  const { view } = question;
  const page = list?.page ?? 1;
  const here = list?.conferences.findIndex((conference) => conference.id === id) ?? -1;
  const beside = here < 0 ? undefined : list?.conferences[here + by];
  const neighbour = (by < 0 ? elsewhere?.previous : elsewhere?.next) ?? null;
  const place = elsewhere?.place ?? null;
  const other = place === null ? page + by : Math.floor((place + by) / view.rows) + 1;
  const isAtEdge =
    list !== undefined &&
    here >= 0 &&
    beside === undefined &&
    other >= 1 &&
    other <= lastPage(list.counts.matching, view.rows);
  const options = pageQuery({ ...question, view: { ...view, page: other } });
  // At the end of a page the next one is fetched before it is asked for.
  useQuery({ ...options, enabled: isAtEdge });
  if (beside !== undefined) return () => go(beside.id, page);
  if (!isAtEdge && neighbour === null) return null;
  const turn = async () => {
    // The page on screen stands still. Any other is there before the drawer turns to it.
    const rows = other === page ? [] : (await client.fetchQuery(options)).answer.rows;
    const next = neighbour ?? (by > 0 ? rows[0] : rows.at(-1))?.row.id;
    if (next !== undefined && currentView().c === id) go(next, other);
  };
  return () => {
    // Where it cannot be had, the page itself says why.
    turn().catch(() => go(id, other));
  };
}

/** The conference that the address opens: found, still looked for, or not there at all. */
type Opened =
  | { kind: 'looking' | 'unknown' | 'failed' }
  | { kind: 'found'; conference: Conference; note: string | null };

/** One that stands on the page costs no request; any other is asked for by its id. */
function useOpened({ id, list, error }: OpenedConferenceProps, elsewhere: PlaceAnswer | undefined): Opened {
  const here = list?.conferences.find((conference) => conference.id === id);
  const asked = useQuery({
    ...conferenceQuery(id, list === undefined ? '' : momentOf(list.state)),
    enabled: list !== undefined && here === undefined,
  });
  if (here !== undefined)
    return { kind: 'found', conference: here, note: list?.gone.has(id) ? 'Gone from the list' : null };
  if (asked.data !== undefined) {
    const note = elsewhere?.place === null ? 'Not in the current results' : null;
    return { kind: 'found', conference: readConference(asked.data), note };
  }
  const failure = asked.error ?? (list === undefined ? error : null);
  if (failure === null || isNotLoaded(failure)) return { kind: 'looking' };
  return { kind: failure instanceof ApiError && failure.code === 'not_found' ? 'unknown' : 'failed' };
}

/** An address that names a session opens the conference that holds it, and from then on names that. */
export function useOpenedSession(session: string | null, list: List | undefined, change: ChangeView): void {
  const [holder, ...others] = session === null ? [] : (list?.conferences ?? []);
  const id = others.length === 0 && list?.counts.matching === 1 ? holder?.id : undefined;
  useEffect(() => {
    if (id !== undefined) change({ session: null, c: id }, 'replace');
  }, [id, change]);
}
