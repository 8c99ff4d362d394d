import type { ComponentProps } from 'react';
import { loadTemporal } from '../lib/temporal.ts';
import { createLate } from '../ui/createLate.tsx';
import type { RangePicker } from './RangePicker.tsx';

const PRESSABLE_ID = 'react-aria-pressable-style';

/** The picker and what it rests on, loaded when it is first opened. */
export const { Part: LazyRangePicker } = createLate('The calendar could not be loaded.', async () => {
  keepPressableStyleOut();
  const [file, temporal] = await Promise.all([import('./RangePicker.tsx'), loadTemporal()]);
  return (props: Omit<ComponentProps<typeof RangePicker>, 'temporal'>) => (
    <file.RangePicker temporal={temporal} {...props} />
  );
});

/**
 * React Aria writes a `<style>` for what can be pressed unless an element of this id is there, and the
 * page's policy lets no written style in. What that style says stands in RangePicker.module.css.
 */
function keepPressableStyleOut(): void {
  if (document.getElementById(PRESSABLE_ID) !== null) return;
  const mark = document.createElement('meta');
  mark.id = PRESSABLE_ID;
  document.head.append(mark);
}
