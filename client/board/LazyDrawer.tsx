import { useEffect } from 'react';
import { createLate } from '../ui/createLate.tsx';

const { Part, prepare } = createLate(
  'The drawer could not be loaded.',
  async () => (await import('../drawer/Drawer.tsx')).Drawer,
  null,
);

/** The drawer, whose code is no part of the first download. */
export const LazyDrawer = Part;

/** Fetches the drawer's code once there is something to open, so that the first row pressed opens at once. */
export function usePreparedDrawer(ready: boolean): void {
  useEffect(() => {
    if (ready) prepare();
  }, [ready]);
}
