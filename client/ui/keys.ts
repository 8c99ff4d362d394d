/** The part of a key event, React's or the browser's own, that says which key it was. */
interface Key {
  readonly key: string;
  readonly code: string;
  readonly altKey: boolean;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly shiftKey: boolean;
  getModifierState(name: 'AltGraph'): boolean;
}

/** Where a keyboard has no sign at all, or another, its place counts: those of the brackets on a US keyboard. */
const PLACES: Readonly<Record<string, string>> = { BracketLeft: '[', BracketRight: ']' };

/**
 * Which of the known keys was pressed; null for none of them. Signs that a layout writes with AltGr, or a Mac with
 * Option, are themselves; with Caps Lock a letter is itself; and on a keyboard of another script a letter is the one
 * at its place.
 */
export function readKey(event: Key, isKnown: (key: string) => boolean): string | null {
  const { key, code } = event;
  const isSign = key.length === 1 && !/[\p{L}\p{N}\s]/u.test(key);
  // Windows says Ctrl and Alt where AltGr is held, a Mac Alt for Option.
  const isWritten = isSign && (event.altKey || event.getModifierState('AltGraph'));
  if (event.metaKey || ((event.ctrlKey || event.altKey) && !isWritten)) return null;
  if (isKnown(key)) return key;
  if (event.shiftKey || isWritten) return null;
  const lower = key.toLowerCase();
  if (isKnown(lower)) return lower;
  const isForeign = !/^[\x20-\x7e]$/.test(key);
  const letter = isForeign ? /^Key([A-Z])$/.exec(code)?.[1]?.toLowerCase() : undefined;
  const placed = PLACES[code] ?? letter;
  return placed !== undefined && isKnown(placed) ? placed : null;
}

/**
 * Keys that belong to an input method while it composes reach nobody on the page: its Escape takes back a character,
 * its Enter takes one.
 */
export function leaveComposingAlone(): void {
  window.addEventListener('keydown', (event) => event.isComposing && event.stopPropagation(), true);
}
