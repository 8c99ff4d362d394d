import { useMemo, useState } from 'react';
import type { Conference } from '#contract/readConference.ts';
import { formatNumber } from '../lib/number.ts';
import type { Answer } from '../roster/question.ts';
import type { Roster } from '../roster/roster.ts';
import type { List } from './list.ts';
import { useUntouched } from './useUntouched.ts';

interface PageRows {
  /** number of the page that these rows are; the last one when the reader asks for one beyond it */
  page: number;
  /** the conferences on screen, in the order in which the reader first saw them */
  conferences: readonly Conference[];
  /** ids among them that the list no longer has */
  gone: ReadonlySet<string>;
  /** what the reader would see anew: "3 new, 1 gone"; "" while there is nothing */
  news: string;
  show: () => void;
}

interface Frozen {
  question: string;
  /** another one is another list: until it came, the rows of the one before answered for it */
  roster: Roster | undefined;
  /** of the roster, when these rows were taken */
  revision: number;
  /** complete walks by then; rows taken before the first may still settle */
  refreshes: number;
  page: number;
  conferences: readonly Conference[];
}

/**
 * The rows of the page on screen. Their content follows the list at once; their order and membership stay
 * as they are until the reader asks something else (`question`, any text that names it) or calls `show`.
 *
 * A page without rows has nothing to hold still: the first ones show themselves.
 *
 * Two things move them all the same, and only until the first walk has ended: a page that is not yet full
 * grows, and a page that nobody has touched since it was opened takes its true order, so that a link to a
 * sorted page shows to whoever opens it what it showed to whoever sent it.
 *
 * A page beyond the end, as of a link from when the list was longer, is the last page: once the walk can no
 * longer come to it. Until then it has no rows.
 *
 * @param refreshes complete walks up to which the answer has been brought: a relative range is resolved anew after each
 */
export function usePageRows(
  list: List | undefined,
  answer: Answer | null,
  question: string,
  { page: asked, rows }: { page: number; rows: number },
  refreshes: number,
): PageRows {
  const revision = list?.revision ?? 0;
  const last = Math.max(1, Math.ceil((answer?.matching ?? 0) / rows));
  const mayCome = list?.refreshes === 0 && list.walk.phase === 'walking';
  const page = mayCome ? asked : Math.min(asked, last);
  const isAwaited = page > last;
  const current = useMemo(
    () => (answer === null ? [] : conferencesBetween(answer, (page - 1) * rows, page * rows)),
    [answer, page, rows],
  );
  const roster = list?.roster;
  const now: Frozen = { question, roster, revision, refreshes, page, conferences: current };
  const [frozen, setFrozen] = useState(now);
  const settling = frozen.refreshes === 0;
  const untouched = useUntouched(settling);
  const same = hasSameIds(frozen.conferences, current);
  const grows = frozen.conferences.length < rows && current.length > frozen.conferences.length;
  const settles = same ? frozen.revision !== revision || refreshes > 0 : untouched || grows;
  const begins = frozen.conferences.length === 0 && current.length > 0;
  const adopts =
    frozen.question !== question || frozen.roster !== roster || begins || (settling && settles && !isAwaited);
  if (adopts) setFrozen(now);
  const shown = adopts ? now : frozen;

  const conferences = useMemo(
    () => shown.conferences.map((conference) => list?.roster.conference(conference.id) ?? conference),
    [shown.conferences, list],
  );
  const gone = new Set(
    conferences.map(({ id }) => id).filter((id) => list !== undefined && !list.roster.has(id)),
  );
  const moved = !hasSameIds(shown.conferences, current) && !isAwaited;
  /** looks at every conference: only when there is something to say */
  const tell = () =>
    writeNews(answer?.addedSince(shown.revision) ?? 0, list?.roster.changesSince(shown.revision).gone ?? 0);
  return {
    page: shown.page,
    conferences: useStable(conferences),
    gone,
    news: moved || gone.size > 0 ? tell() : '',
    show: () => setFrozen(now),
  };
}

function conferencesBetween(answer: Answer, from: number, until: number): Conference[] {
  const conferences: Conference[] = [];
  for (let position = from; position < until; position++) {
    const conference = answer.conferenceAt(position);
    if (conference === null) break;
    conferences.push(conference);
  }
  return conferences;
}

function hasSameIds(a: readonly Conference[], b: readonly Conference[]): boolean {
  return a.length === b.length && a.every(({ id }, index) => id === b[index]?.id);
}

function writeNews(added: number, gone: number): string {
  const parts = [added > 0 ? `${formatNumber(added)} new` : '', gone > 0 ? `${formatNumber(gone)} gone` : ''];
  return parts.filter((part) => part !== '').join(', ') || 'The order has changed';
}

/** The same array as before while it holds the same conferences, so that the table sees no new rows. */
function useStable(conferences: readonly Conference[]): readonly Conference[] {
  const [kept, setKept] = useState(conferences);
  const same =
    kept.length === conferences.length &&
    kept.every((conference, index) => conference === conferences[index]);
  if (!same) setKept(conferences);
  return same ? kept : conferences;
}
