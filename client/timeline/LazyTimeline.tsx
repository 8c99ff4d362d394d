import { type ComponentProps, lazy } from 'react';
import { loadTemporal } from '../lib/temporal.ts';
import type { Timeline } from './Timeline.tsx';

/** The timeline and what it rests on, loaded when it is first shown. */
export const LazyTimeline = lazy(async () => {
  const [file, temporal] = await Promise.all([import('./Timeline.tsx'), loadTemporal()]);
  return {
    default: (props: Omit<ComponentProps<typeof Timeline>, 'temporal'>) => (
      <file.Timeline temporal={temporal} {...props} />
    ),
  };
});
