import { z } from 'zod';
import type { ConferenceRow } from './conference.ts';

/**
 * Links of a page (schema `Video.PaginationLinks`). `next` and `prev` are documented as absent at the ends
 * of the list; null and "" are seen in other people's types and mean the same.
 */
export const pageLinks = z.looseObject({
  self: z.string(),
  first: z.string(),
  next: z.string().nullish(),
  prev: z.string().nullish(),
});

export type PageLinks = z.infer<typeof pageLinks>;

/** One page as Callboard's own route answers it: links lead to that same route, rows are checked for an id. */
export interface ConferencesPage {
  links: { self: string; first: string; next?: string; prev?: string };
  data: ConferenceRow[];
}
