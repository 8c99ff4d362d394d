import type { RestApiErrorItem } from '#contract/errors.ts';
import { QUESTION_NAMES, readView, type View, writeView } from '#contract/view/view.ts';
import { isZone } from '#contract/zone.ts';
import { toInvalid } from '../conferences/refusal.ts';
import { InvalidQuery } from '../http/Fault.ts';

/** The most letters of a search, and of anything else that a question holds. */
const LONGEST = { q: 500, other: 6_000 };

/** What a route is asked: the question, and what only this route knows, by name. */
export interface ReadQuestion {
  readonly question: View;
  readonly own: ReadonlyMap<string, string>;
}

/**
 * Reads the query of a request, without its `?`. Throws an InvalidQuery that names everything that the page would never
 * write: unknown names, a name given twice, a value in another form than its own.
 *
 * @param ownNames parameters of the route itself
 */
export function readQuestion(search: string, ownNames: readonly string[] = []): ReadQuestion {
  const given = new URLSearchParams(search);
  const errors: RestApiErrorItem[] = [];
  const refuse = (name: string, reason: string) => errors.push(toInvalid(name, `${name} ${reason}.`));

  const own = new Map<string, string>();
  const asked = new URLSearchParams();
  for (const name of new Set(given.keys())) {
    const [value = '', ...more] = given.getAll(name);
    if (more.length > 0) refuse(name, 'must be given once');
    else if (value.length > (name === 'q' ? LONGEST.q : LONGEST.other)) refuse(name, 'is too long');
    else if (ownNames.includes(name)) own.set(name, value);
    else if (QUESTION_NAMES.includes(name)) asked.set(name, value);
    else errors.push(toInvalid(name, 'There is no such parameter here.'));
  }
  const question = readView(asked.toString());
  const written = new URLSearchParams(writeView(question, true));
  for (const [name, value] of asked) if (written.get(name) !== value) refuse(name, 'cannot be read');
  if (!isZone(question.tz)) refuse('tz', 'must be an IANA time zone, such as Europe/Paris');
  if (errors.length > 0) throw new InvalidQuery(errors);
  return { question, own };
}

/** Reads a whole number of a route's own. Throws an InvalidQuery that names it. */
export function requireNumber(
  own: ReadonlyMap<string, string>,
  name: string,
  { least, most }: { readonly least: number; readonly most: number },
): number {
  const text = own.get(name) ?? '';
  const number = /^-?\d{1,16}$/.test(text) ? Number(text) : Number.NaN;
  if (number >= least && number <= most) return number;
  throw new InvalidQuery([toInvalid(name, `${name} must be a whole number from ${least} to ${most}.`)]);
}
