import type { Temporal } from 'temporal-polyfill/implementation';

/** The Temporal API, the browser's own or the polyfill's: handed in, so that this side of the house loads neither. */
export type TemporalApi = typeof Temporal;
