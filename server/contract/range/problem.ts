/** Why a range cannot be used: one sentence for the person who typed it. */
export interface RangeProblem {
  readonly problem: string;
}

/** A problem in words. */
export function toProblem(problem: string): RangeProblem {
  return { problem };
}

/** Whether a reading failed. */
export function isProblem(value: object): value is RangeProblem {
  return 'problem' in value;
}

/** What is said of a text that is no end. */
export function toUnread(text: string): RangeProblem {
  const short = text.length > 40 ? `${text.slice(0, 40)}…` : text;
  return toProblem(`“${short}” cannot be read. Write tomorrow 9:00, 2h ago, 24 Nov or 2026-11-24 14:00.`);
}
