import type { ConferencesPage, PageLinks } from '#contract/conferencesPage.ts';
import { CONFERENCES_PATH, QUERY_PARAMETERS } from '#contract/values.ts';
import { InvalidQuery } from '../http/Fault.ts';
import { readQuery } from './query.ts';

export interface WrittenLinks {
  written: ConferencesPage['links'];
  /** the query of the next page, in its canonical spelling; null for none */
  next: string | null;
  /** there was a `next`, and it leads to no page */
  hasBrokenNext: boolean;
}

/**
 * SignalWire's links as references to our own route: the same bytes under every host name. Only the query of
 * a link is used, and of it only the six parameters, so that a link can lead nowhere else. A `next` or `prev`
 * that names no page, or that this server would refuse, is left out: who followed it would go in a circle.
 */
export function writeLinks({ self, first, next, prev }: PageLinks): WrittenLinks {
  const onward = next ? writeLink(next) : null;
  const back = prev ? writeLink(prev) : null;
  const hasOnward = onward !== null && onward.pageNumber > 0;
  return {
    written: {
      self: writeLink(self)?.reference ?? CONFERENCES_PATH,
      first: writeLink(first)?.reference ?? CONFERENCES_PATH,
      // Absent, null and "" all say that the list ends here.
      ...(hasOnward ? { next: onward.reference } : {}),
      ...(back?.hasNumber ? { prev: back.reference } : {}),
    },
    next: hasOnward ? onward.canonical : null,
    hasBrokenNext: Boolean(next) && !hasOnward,
  };
}

/** One link, or null when our own route would refuse it. */
function writeLink(link: string) {
  const [beforeFragment = ''] = link.split('#', 1);
  const start = beforeFragment.indexOf('?');
  // A plus is a plus: no value here holds a space, and a token may hold a plus.
  const query = start === -1 ? '' : beforeFragment.slice(start + 1).replaceAll('+', '%2B');
  const given = new URLSearchParams(query);
  const kept = new URLSearchParams();
  for (const name of QUERY_PARAMETERS) {
    const value = given.get(name);
    if (value !== null) kept.set(name, value);
  }
  try {
    const { canonical, pageNumber } = readQuery(kept.toString().replaceAll('+', '%20'));
    const reference = canonical === '' ? CONFERENCES_PATH : `${CONFERENCES_PATH}?${canonical}`;
    return { reference, canonical, pageNumber, hasNumber: kept.has('page_number') };
  } catch (error) {
    if (error instanceof InvalidQuery) return null;
    throw error;
  }
}
