import { type ComponentProps, lazy } from 'react';
import { loadTemporal } from '../lib/temporal.ts';
import { Notice } from '../ui/Notice.tsx';
import type { Timeline } from './Timeline.tsx';

type TimelineProps = Omit<ComponentProps<typeof Timeline>, 'temporal'>;

/** The timeline and what it rests on, loaded when it is first shown. */
export const LazyTimeline = lazy(async () => {
  try {
    const [file, temporal] = await Promise.all([import('./Timeline.tsx'), loadTemporal()]);
    return { default: (props: TimelineProps) => <file.Timeline temporal={temporal} {...props} /> };
  } catch {
    // Without this, a server that is gone or was updated meanwhile would take the whole page with it.
    return { default: Unloaded };
  }
});

function Unloaded(_: TimelineProps) {
  return (
    <Notice tone="warning" title="The timeline could not be loaded.">
      The board’s server does not answer, or it was updated meanwhile. The list goes on without it; reload the
      page to try again.
    </Notice>
  );
}
