import { lazy, memo, Suspense } from 'react';
import { loadTemporal } from '../lib/temporal.ts';
import { Notice } from '../ui/Notice.tsx';
import type { TimelineProps } from './Timeline.tsx';
import { TimelinePlace } from './TimelinePlace.tsx';

type ListTimelineProps = Omit<TimelineProps, 'temporal'>;

/** What the list matches, on a line of time; its code and what it rests on are loaded when it is first shown. */
export const ListTimeline = memo(function ListTimeline(props: ListTimelineProps) {
  return (
    <Suspense fallback={<TimelinePlace />}>
      <Loaded {...props} />
    </Suspense>
  );
});

const Loaded = lazy(async () => {
  try {
    const [{ Timeline }, temporal] = await Promise.all([import('./Timeline.tsx'), loadTemporal()]);
    return { default: (props: ListTimelineProps) => <Timeline temporal={temporal} {...props} /> };
  } catch {
    // Without this, a server that is gone or was updated meanwhile would take the whole page with it.
    return { default: Unloaded };
  }
});

function Unloaded(_: ListTimelineProps) {
  return (
    <Notice tone="warning" title="The timeline could not be loaded.">
      The board’s server does not answer, or it was updated meanwhile. The list goes on without it; reload the
      page to try again.
    </Notice>
  );
}
