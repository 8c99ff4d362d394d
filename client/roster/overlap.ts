/** The range of the Overlaps mode: instants in ms, null for an open end. */
export interface Range {
  from: number | null;
  until: number | null;
  /** whether conferences without any date are wanted too */
  undated: boolean;
}

/** A conference's place against a range. */
export type Touch = 'overlaps' | 'apart' | 'undated';

/**
 * Whether a conference touches a range; both ends of both belong to them. An end that is not there (NaN)
 * reaches to infinity; with neither end a conference has no dates, and no range says anything of it.
 */
export function touchOf(joinFrom: number, joinUntil: number, { from, until }: Range): Touch {
  if (Number.isNaN(joinFrom) && Number.isNaN(joinUntil)) return 'undated';
  const late = until !== null && joinFrom > until;
  const early = from !== null && joinUntil < from;
  return late || early ? 'apart' : 'overlaps';
}
