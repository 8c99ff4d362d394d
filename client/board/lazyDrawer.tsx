import { lazy, useEffect } from 'react';
import type { DrawerProps } from '../drawer/Drawer.tsx';
import { MissingConference } from './MissingConference.tsx';

const load = () => import('../drawer/Drawer.tsx');

/** The drawer, whose code is no part of the first download. */
export const LazyDrawer = lazy(async () => {
  try {
    return { default: (await load()).Drawer };
  } catch {
    // Without this, a server that is gone or was updated meanwhile would take the whole page with it.
    return { default: Unloaded };
  }
});

function Unloaded({ conference, onClose }: DrawerProps) {
  return <MissingConference id={conference.id} kind="unloaded" onClose={onClose} />;
}

/**
 * Fetches the drawer's code once there is something to open, so that the first row pressed opens at once. Where that
 * fails, whoever presses a row is told.
 */
export function usePreparedDrawer(ready: boolean): void {
  useEffect(() => {
    if (ready) load().catch(() => {});
  }, [ready]);
}
