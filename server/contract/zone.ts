/** Zones that were found to be some: to ask Intl takes half of the time of a small answer. */
const found = new Set<string>();

/** More names than there are zones; a zone may be written in any mixture of large and small letters. */
const MOST_FOUND = 1_000;

/** Whether times can be told in a zone: an IANA name, or an offset such as `+05:30`. */
export function isZone(name: string): boolean {
  if (found.has(name)) return true;
  try {
    if (name === '' || new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone === '')
      return false;
  } catch {
    return false;
  }
  if (found.size === MOST_FOUND) found.clear();
  found.add(name);
  return true;
}
