import { replaceEqualDeep } from '@tanstack/react-query';
import { readView, type View, writeView } from './view.ts';

/** How a change enters the browser's history: a step that Back undoes, or none of its own. */
export type Step = 'push' | 'replace';

const listeners = new Set<() => void>();

let readSearch = '';
let read = readView('');

/** The view that the address holds; the same object for as long as it says the same, and so is each part of it. */
export function currentView(): View {
  if (window.location.search !== readSearch) {
    readSearch = window.location.search;
    read = replaceEqualDeep(read, readView(readSearch));
  }
  return read;
}

/** Calls back when the address changes, by the page or by the browser's Back and Forward. */
export function subscribeToAddress(listener: () => void): () => void {
  listeners.add(listener);
  window.addEventListener('popstate', listener);
  return () => {
    listeners.delete(listener);
    window.removeEventListener('popstate', listener);
  };
}

/** Writes a change of the view into the address. Nothing else in the client touches `location` or `history`. */
export function changeAddress(patch: Partial<View>, step: Step): void {
  const search = writeView({ ...currentView(), ...patch });
  if (search === window.location.search) return;
  const address = `${window.location.pathname}${search}`;
  if (step === 'push') window.history.pushState(null, '', address);
  else window.history.replaceState(null, '', address);
  for (const listener of listeners) listener();
}

/** The address of a view with everything written out, for a colleague's browser. */
export function linkTo(view: View): string {
  return `${window.location.origin}${window.location.pathname}${writeView(view, true)}`;
}
