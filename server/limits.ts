/** Bounds of what comes from outside: docs/limits.md says of each what happens beyond it. Tests set them short. */
export interface Limits {
  /** ms until a connection to SignalWire stands, TLS included */
  connectMs: number;
  /** ms from connection to the first byte of the answer */
  firstByteMs: number;
  /** ms for everything, a retry included */
  totalMs: number;
  /** ms that a connection to SignalWire is kept for the next question */
  idleConnectionMs: number;
  /** bytes of an unpacked answer */
  answerBytes: number;
  /** values (objects, lists, texts, numbers, …) of an answer */
  answerValues: number;
  /** entries of an answer's list; a page has 1,000 at most */
  answerRows: number;
  /** levels of nesting in a row, itself counted */
  rowDepth: number;
  /** characters of an id */
  idLength: number;
  /** bytes of all answers that are being collected, checked and packed; the oldest one may go beyond it */
  airBytes: number;
  /** ms until the headers of a request are there */
  headersMs: number;
  /** ms from a request's arrival until its reader has taken the whole answer */
  readerMs: number;
  /** questions to SignalWire that one client may cause at once, and again in a minute */
  clientQuestions: number;
}

export const DEFAULT_LIMITS: Limits = {
  connectMs: 3_000,
  firstByteMs: 5_000,
  totalMs: 10_000,
  idleConnectionMs: 20_000,
  answerBytes: 16 * 1024 * 1024,
  answerValues: 500_000,
  answerRows: 10_000,
  rowDepth: 1_000,
  idLength: 256,
  airBytes: 48 * 1024 * 1024,
  headersMs: 10_000,
  readerMs: 60_000,
  clientQuestions: 1_200,
};
