/** A row as SignalWire sent it: its id, and its JSON text with every digit as it came. */
export interface RowText {
  readonly id: string;
  readonly text: string;
}

/** One walk over the list, from its first page to its last, as the list sees it. */
export interface Pass {
  /** takes rows in, at most 50 a call, in one transaction; answers how many this walk had not seen before */
  take(rows: readonly RowText[]): number;
  /** the walk begins again at the first page: what was seen does not count, what was taken stays */
  restart(): void;
  /**
   * takes the last rows (at most 50) and, when it may, because all that is kept was seen, drops what was seen neither
   * by this walk nor by any since the last one that could drop: one transaction
   */
  end(last: readonly RowText[], mayDrop: boolean): void;
}

/** What the list offers to the walk. */
export interface Walked {
  beginPass(): Pass;
  /** how many conferences are in the list */
  readonly size: number;
}
