import { useEffect, useEffectEvent } from 'react';
import { readKey } from './keys.ts';

/** Whether letters typed into an element are meant for it. */
function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable ||
      target.closest('input, textarea, select, [role="combobox"], [role="spinbutton"]') !== null)
  );
}

/** Where single keys work: keys of the page rest while a modal dialog lies over it. */
const RESTING = {
  'on the page': 'dialog[open]:modal, [popover="auto"]:popover-open',
  'in dialogs too': '[popover="auto"]:popover-open',
} as const;

/**
 * Single keys for the whole page, by what `readKey` makes of them. They rest while somebody types, while a popover that
 * closes by itself or, unless told otherwise, a modal dialog is open, and when `enabled` is false.
 */
export function useKeys(
  actions: Readonly<Record<string, () => void>>,
  enabled: boolean,
  where: keyof typeof RESTING = 'on the page',
): void {
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (!enabled || event.defaultPrevented) return;
    if (isTyping(event.target) || document.querySelector(RESTING[where]) !== null) return;
    const action = actions[readKey(event, (key) => Object.hasOwn(actions, key)) ?? ''];
    if (action === undefined) return;
    event.preventDefault();
    action();
  });
  useEffect(() => {
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);
}
