import { useMemo, useState } from 'react';
import type { Conference } from '../roster/conference.ts';
import type { Answer } from '../roster/question.ts';
import type { List } from './list.ts';

interface PageRows {
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
  /** of the roster, when these rows were taken */
  revision: number;
  conferences: readonly Conference[];
}

/**
 * The rows of the page on screen. Their content follows the list at once; their order and membership stay
 * as they are until the reader asks something else (`question`, any text that names it) or calls `show`.
 * Only while the first walk runs, a page that is not yet full still grows.
 */
export function usePageRows(
  list: List | undefined,
  answer: Answer | null,
  question: string,
  { page, rows }: { page: number; rows: number },
): PageRows {
  const revision = list?.revision ?? 0;
  const current = useMemo(
    () => (answer === null ? [] : conferencesBetween(answer, (page - 1) * rows, page * rows)),
    [answer, page, rows],
  );
  const [frozen, setFrozen] = useState<Frozen>({ question, revision, conferences: current });
  const growing = list === undefined || list.refreshes === 0;
  const grows = growing && frozen.conferences.length < rows && current.length > frozen.conferences.length;
  const adopts = frozen.question !== question || grows;
  const adopted = { question, revision, conferences: current };
  if (adopts) setFrozen(adopted);
  const shown = adopts ? adopted : frozen;

  // biome-ignore lint/correctness/useExhaustiveDependencies: the roster is one object whose content the revision tells
  const conferences = useMemo(
    () => shown.conferences.map((conference) => list?.roster.conference(conference.id) ?? conference),
    [shown.conferences, list?.roster, revision],
  );
  const gone = new Set(
    conferences.map(({ id }) => id).filter((id) => list !== undefined && !list.roster.has(id)),
  );
  const moved = !hasSameIds(shown.conferences, current);
  const added = answer?.addedSince(shown.revision) ?? 0;
  const left = list?.roster.changesSince(shown.revision).gone ?? 0;
  return {
    conferences: useStable(conferences),
    gone,
    news: moved || gone.size > 0 ? writeNews(added, left) : '',
    show: () => setFrozen(adopted),
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
  const parts = [
    added > 0 ? `${added.toLocaleString('en-GB')} new` : '',
    gone > 0 ? `${gone.toLocaleString('en-GB')} gone` : '',
  ];
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
