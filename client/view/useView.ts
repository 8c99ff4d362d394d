import { useCallback, useSyncExternalStore } from 'react';
import { readView, type View, writeView } from './view.ts';

/** How a change enters the browser's history: a step that Back undoes, or none of its own. */
type Step = 'push' | 'replace';

export type ChangeView = (change: Partial<View>, step?: Step) => void;

const listeners = new Set<() => void>();

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  window.addEventListener('popstate', listener);
  return () => {
    listeners.delete(listener);
    window.removeEventListener('popstate', listener);
  };
}

let readSearch = '';
let read = readView('');

/** The same view object for as long as the address stays the same. */
function currentView(): View {
  if (window.location.search !== readSearch) {
    readSearch = window.location.search;
    read = readView(readSearch);
  }
  return read;
}

/**
 * The address is the state: reads the view from it and writes changes into it. Nothing else in the client
 * touches `location` or `history`.
 */
export function useView(): [View, ChangeView] {
  const view = useSyncExternalStore(subscribe, currentView);
  const change = useCallback<ChangeView>((patch, step = 'push') => {
    const search = writeView({ ...currentView(), ...patch });
    if (search === window.location.search) return;
    const address = `${window.location.pathname}${search}`;
    if (step === 'push') window.history.pushState(null, '', address);
    else window.history.replaceState(null, '', address);
    for (const listener of listeners) listener();
  }, []);
  return [view, change];
}

/** The address of a view with everything written out, for a colleague's browser. */
export function linkTo(view: View): string {
  return `${window.location.origin}${window.location.pathname}${writeView(view, true)}`;
}
