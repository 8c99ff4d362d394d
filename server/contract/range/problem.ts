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
