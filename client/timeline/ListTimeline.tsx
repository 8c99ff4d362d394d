import { memo, Suspense } from 'react';
import { loadTemporal } from '../lib/temporal.ts';
import { createLate } from '../ui/createLate.tsx';
import type { TimelineProps } from './Timeline.tsx';
import { TimelinePlace } from './TimelinePlace.tsx';

type ListTimelineProps = Omit<TimelineProps, 'temporal'>;

const { Part: Loaded } = createLate('The timeline could not be loaded.', async () => {
  const [{ Timeline }, temporal] = await Promise.all([import('./Timeline.tsx'), loadTemporal()]);
  return (props: ListTimelineProps) => <Timeline temporal={temporal} {...props} />;
});

/** What the list matches, on a line of time; its code and what it rests on are loaded when it is first shown. */
export const ListTimeline = memo(function ListTimeline(props: ListTimelineProps) {
  return (
    <Suspense fallback={<TimelinePlace />}>
      <Loaded {...props} />
    </Suspense>
  );
});
