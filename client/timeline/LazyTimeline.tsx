import type { ComponentProps } from 'react';
import { loadTemporal } from '../lib/temporal.ts';
import { createLate } from '../ui/createLate.tsx';
import type { Timeline } from './Timeline.tsx';

/** The timeline and what it rests on, loaded when it is first shown. */
export const { Part: LazyTimeline } = createLate('The timeline could not be loaded.', async () => {
  const [file, temporal] = await Promise.all([import('./Timeline.tsx'), loadTemporal()]);
  return (props: Omit<ComponentProps<typeof Timeline>, 'temporal'>) => (
    <file.Timeline temporal={temporal} {...props} />
  );
});
