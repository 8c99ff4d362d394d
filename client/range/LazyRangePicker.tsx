import type { ComponentProps } from 'react';
import { loadTemporal } from '../lib/temporal.ts';
import { createLate } from '../ui/createLate.tsx';
import { keepPressableStyleOut } from './pressableStyle.ts';
import type { RangePicker } from './RangePicker.tsx';

/** The picker and what it rests on, loaded when it is first opened. */
export const { Part: LazyRangePicker } = createLate('The calendar could not be loaded.', async () => {
  keepPressableStyleOut();
  const [file, temporal] = await Promise.all([import('./RangePicker.tsx'), loadTemporal()]);
  return (props: Omit<ComponentProps<typeof RangePicker>, 'temporal'>) => (
    <file.RangePicker temporal={temporal} {...props} />
  );
});
