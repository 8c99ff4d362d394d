import { memo } from 'react';
import { loadTemporal } from '../lib/temporal.ts';
import { createLate } from '../ui/createLate.tsx';
import type { TimelineProps } from './Timeline.tsx';
import { TimelinePlace } from './TimelinePlace.tsx';

const { Part } = createLate(
  'The timeline could not be loaded.',
  async () => {
    const [{ Timeline }, temporal] = await Promise.all([import('./Timeline.tsx'), loadTemporal()]);
    return (props: Omit<TimelineProps, 'temporal'>) => <Timeline temporal={temporal} {...props} />;
  },
  <TimelinePlace />,
);

/** What the list matches, on a line of time; its code and what it rests on are loaded when it is first shown. */
export const ListTimeline = memo(Part);
