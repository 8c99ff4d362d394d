/** A step of the reader's in the range, for the address. */
export interface RangeChange {
  readonly from?: string;
  readonly to?: string;
  readonly match?: 'inside' | 'overlaps';
  readonly undated?: boolean;
}
