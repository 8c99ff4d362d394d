import type { List } from './list.ts';

/** What the newest refresh changed, for a screen reader: "3 new, 2 changed, 1 gone"; "" for nothing. */
export function toRefreshWords(list: List | undefined): string {
  if (list === undefined) return '';
  const { added, changed, gone } = list.changes;
  const parts = [
    added.length > 0 ? `${added.length} new` : '',
    changed.length > 0 ? `${changed.length} changed` : '',
    gone.length > 0 ? `${gone.length} gone` : '',
  ];
  return parts.filter((part) => part !== '').join(', ');
}
