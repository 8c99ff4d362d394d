import type { View } from '#contract/view/view.ts';

/** A step of the reader's in the range, for the address. */
export type RangeChange = Partial<Pick<View, 'from' | 'to' | 'match' | 'undated'>>;
