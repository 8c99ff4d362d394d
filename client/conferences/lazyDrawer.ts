import { lazy, useEffect } from 'react';

const load = () => import('./drawer/Drawer.tsx');

/** The drawer, whose code is no part of the first download. */
export const LazyDrawer = lazy(async () => ({ default: (await load()).Drawer }));

/** Fetches the drawer's code once there is something to open, so that the first row pressed opens at once. */
export function usePreparedDrawer(ready: boolean): void {
  useEffect(() => {
    if (ready) void load();
  }, [ready]);
}
