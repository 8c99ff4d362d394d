import type { ConferenceRow } from '#contract/conference.ts';
import type { ListState, PageAnswer, SearchAnswer } from '#contract/list.ts';
import { formatNumber } from '../../lib/number.ts';

/** A page as it was taken. Its rows stay, in this order, until another is taken. */
export interface Taken {
  /** what was asked, its page included */
  readonly asked: string;
  /** the search text in it */
  readonly search: string;
  /** counts from 1 */
  readonly page: number;
  /** rows of a full page */
  readonly size: number;
  readonly answer: PageAnswer;
  readonly state: ListState;
  /** what came to the page when it took its order by itself; nothing when a reader asked for it */
  readonly arrived: Arrived;
}

/** Ids that came to a page while nobody was there, and when, ms by the server's clock. */
export interface Arrived {
  readonly ids: ReadonlySet<string>;
  readonly at: number;
}

export const NOBODY_ARRIVED: Arrived = { ids: new Set(), at: 0 };

/** The rows of a page that were not on the one before it. */
export function toArrived(before: Taken, { answer, state }: Taken): Arrived {
  const known = new Set(before.answer.rows.map(({ row }) => row.id));
  const ids = answer.rows.map(({ row }) => row.id).filter((id) => !known.has(id));
  return { ids: new Set(ids), at: state.now };
}

/**
 * What the reader is doing:
 * - `new`: has done nothing to the page since it was opened
 * - `here`: reads
 * - `away`: nobody is there, and nothing is open that somebody would come back to
 */
export type Reader = 'new' | 'here' | 'away';

/** What was heard of the list since a page was taken. */
export interface Heard {
  readonly answer: SearchAnswer;
  readonly state: ListState;
}

/**
 * What becomes of news:
 * - `ignore`: they are older than what is shown
 * - `hold`: rows stay where they are, cells change in place, and the reader is told what a new order would bring
 * - `take`: the page is taken anew
 */
export type Next = 'ignore' | 'hold' | 'take';

/**
 * Decides what the page shows next. Nothing moves under a reader: a new order waits to be asked for. But a page without
 * rows has nothing to hold still. And until the first walk has ended, a page that is not yet full grows, and one that
 * nobody has touched takes its true order: a link shows to whoever opens it what it showed to whoever sent it. And where
 * nobody is there, nobody waits: a page that is left alone shows what is true.
 */
export function whatNext(taken: Taken, heard: Heard, reader: Reader): Next {
  if (isOlder(heard.state, taken.state)) return 'ignore';
  const { rows } = taken.answer;
  if (rows.length === 0) return 'take';
  if (taken.state.whole) return reader === 'away' && isDifferent(taken, heard) ? 'take' : 'hold';
  // With the end of the first walk a page that is right as it is has settled.
  if (!isDifferent(taken, heard)) return heard.state.whole ? 'take' : 'hold';
  return reader !== 'here' || rows.length < taken.size ? 'take' : 'hold';
}

/** Whether one state of a list is older than another. Of two lists, as of a server that began anew, time tells. */
function isOlder(one: ListState, other: ListState): boolean {
  return one.epoch === other.epoch ? one.rev < other.rev : one.now < other.now;
}

function isDifferent({ answer: { rows } }: Taken, { answer }: Heard): boolean {
  if (answer.kind === 'news') return answer.differs || answer.gone.length > 0;
  return (
    answer.rows.length !== rows.length || answer.rows.some(({ row }, place) => row.id !== rows[place]?.row.id)
  );
}

/** What is to be seen of a page and what was heard since. */
export interface Shown {
  readonly rows: readonly ConferenceRow[];
  /** ids of rows that are no longer in the list */
  readonly gone: ReadonlySet<string>;
  /** what a new order would bring: "3 new, 1 gone"; "" for nothing */
  readonly news: string;
}

/** The rows of a page with their newest content, and what a new order would bring. */
export function toShown(taken: Taken, heard: Heard): Shown {
  const { rows } = taken.answer;
  const { answer } = heard;
  if (answer.kind === 'page') {
    // Of another list, whose keys are others; or of this one, when nobody remembers any more what went since.
    const newest = new Map(answer.rows.map(({ row }) => [row.id, row]));
    return {
      rows: rows.map(({ row }) => newest.get(row.id) ?? row),
      gone: new Set(),
      news: isDifferent(taken, heard) ? ORDER_CHANGED : '',
    };
  }
  const newest = new Map(answer.changed.map(({ key, row }) => [key, row]));
  const gone = new Set(rows.filter(({ key }) => answer.gone.includes(key)).map(({ row }) => row.id));
  return {
    rows: rows.map(({ key, row }) => newest.get(key) ?? row),
    gone,
    news: isDifferent(taken, heard)
      ? writeNews([answer.added, 'new'], [answer.went, 'gone']) || ORDER_CHANGED
      : '',
  };
}

const ORDER_CHANGED = 'The order has changed';

/** "3 new, 1 gone"; "" when all are 0. */
function writeNews(...parts: readonly (readonly [count: number, word: string])[]): string {
  return parts
    .filter(([count]) => count > 0)
    .map(([count, word]) => `${formatNumber(count)} ${word}`)
    .join(', ');
}

/** What news say that the ones before them did not, for a screen reader: "3 new, 2 changed, 1 gone"; "" for nothing. */
export function writeRefresh(before: SearchAnswer, after: SearchAnswer): string {
  if (after.kind === 'page') return '';
  const { added, went, changed } = before.kind === 'news' ? before : { added: 0, went: 0, changed: [] };
  const known = new Map(changed.map(({ key, row }) => [key, JSON.stringify(row)]));
  const isNew = ({ key, row }: (typeof changed)[number]) => known.get(key) !== JSON.stringify(row);
  return writeNews(
    [after.added - added, 'new'],
    [after.changed.filter(isNew).length, 'changed'],
    [after.went - went, 'gone'],
  );
}
