import { type ComponentProps, lazy } from 'react';
import { loadTemporal } from '../lib/temporal.ts';
import { keepPressableStyleOut } from './pressableStyle.ts';
import type { RangePicker } from './RangePicker.tsx';

/** The picker and what it rests on, loaded when it is first opened. */
export const LazyRangePicker = lazy(async () => {
  keepPressableStyleOut();
  const [file, temporal] = await Promise.all([import('./RangePicker.tsx'), loadTemporal()]);
  return {
    default: (props: Omit<ComponentProps<typeof RangePicker>, 'temporal'>) => (
      <file.RangePicker temporal={temporal} {...props} />
    ),
  };
});
