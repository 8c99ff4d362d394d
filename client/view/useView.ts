import { useCallback, useSyncExternalStore } from 'react';
import type { View } from '#contract/view/view.ts';
import { changeAddress, currentView, type Step, subscribeToAddress } from './address.ts';

export type ChangeView = (change: Partial<View>, step?: Step) => void;

/** The address is the state: the view that it holds, and how to change it. */
export function useView(): [View, ChangeView] {
  const view = useSyncExternalStore(subscribeToAddress, currentView);
  const change = useCallback<ChangeView>((patch, step = 'push') => changeAddress(patch, step), []);
  return [view, change];
}
