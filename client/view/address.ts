import { replaceEqualDeep } from '@tanstack/react-query';
import {
  findUnusable,
  readView,
  type Unusable,
  type View,
  writeSharedView,
  writeView,
} from '#contract/view/view.ts';

/** How a change enters the browser's history: a step that Back undoes, or none of its own. */
export type Step = 'push' | 'replace';

/** Chromium drops writes of the address when there are more than 200 in 30 s; a key that is held makes that many. */
const PACE_MS = 200;

/** Nobody in between need take an address that is longer (RFC 9110, 4.1): a reload might not come back. Characters. */
const LONGEST = 8_000;

const listeners = new Set<() => void>();

/** the query that was read last, and the view in it */
let readSearch = '';
let read = readView('');

/** What the address is about to say, and when it last said something new. */
let pending: { search: string; step: Step } | null = null;
let timer: ReturnType<typeof setTimeout> | undefined;
let writtenAt = Number.NEGATIVE_INFINITY;
/** Whether the last change was refused, for its address would have been too long. */
let refused = false;

/** The view that the address holds; the same object for as long as it says the same, and so is each part of it. */
export function currentView(): View {
  const search = pending?.search ?? window.location.search;
  if (search !== readSearch) {
    readSearch = search;
    read = replaceEqualDeep(read, readView(search));
  }
  return read;
}

/** Whether the view stands as it was, for the one that was wanted is too long for an address. */
export function wasTooLong(): boolean {
  return refused;
}

/** Calls back when the address changes, by the page or by the browser's Back and Forward. */
export function subscribeToAddress(listener: () => void): () => void {
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
  };
}

function tellListeners(): void {
  for (const listener of listeners) listener();
}

// Back and Forward are about the page that was on screen: they overtake what was not yet written.
window.addEventListener('popstate', () => {
  forgetPending();
  tellListeners();
});
// A page that is put away writes no more.
window.addEventListener('pagehide', writePending);

function forgetPending(): void {
  clearTimeout(timer);
  pending = null;
}

function writePending(): void {
  if (pending === null) return;
  const { search, step } = pending;
  forgetPending();
  writtenAt = performance.now();
  const address = `${window.location.pathname}${search}`;
  if (step === 'push') window.history.pushState(null, '', address);
  else window.history.replaceState(null, '', address);
}

/**
 * Writes a change of the view into the address: at once, or, when the last was only just written, a moment later. A
 * change that makes it too long is refused, see `wasTooLong`: whatever is shown can be sent and loaded again. Nothing else in the client touches `location` or `history`.
 */
export function changeAddress(patch: Partial<View>, step: Step): void {
  const search = writeView({ ...currentView(), ...patch });
  if (search === readSearch) return;
  refused = search.length > Math.max(LONGEST, readSearch.length);
  if (refused) {
    tellListeners();
    return;
  }
  // Each step is one: only what replaces an address is written with it.
  if (step === 'push') writePending();
  clearTimeout(timer);
  pending = { search, step: pending?.step ?? step };
  const wait = writtenAt + PACE_MS - performance.now();
  if (wait > 0) timer = setTimeout(writePending, wait);
  else writePending();
  tellListeners();
}

/** The address of the view on screen for a colleague, who sees the same list in the same zone (IANA). */
export function linkToView(zone: string): string {
  return `${window.location.origin}${window.location.pathname}${writeSharedView(currentView(), zone)}`;
}

/**
 * The address of one conference, for a colleague, who sees the same part of its drawer: short, for it leaves everything
 * else to whoever opens it.
 */
export function linkToOne(id: string): string {
  const view = { ...readView(''), c: id, tab: currentView().tab };
  return `${window.location.origin}${window.location.pathname}${writeView(view)}`;
}

/** What could not be used of the address with which the page was opened. */
export const unusableAtFirst: readonly Unusable[] = findUnusable(window.location.search);
