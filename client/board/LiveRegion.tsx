import type { News } from './list/queries.ts';

/**
 * Tells a screen reader, politely and once a refresh, what has changed. The same words are said again when they are
 * true again: each time they are a text of their own.
 */
export function LiveRegion({ said }: { said: News['said'] | undefined }) {
  return (
    <p role="status" aria-live="polite" className="visually-hidden">
      <span key={said?.count}>{said?.words}</span>
    </p>
  );
}
