/** What a reader does to a page. */
const TOUCHES = ['pointerdown', 'pointermove', 'keydown', 'wheel', 'touchstart', 'touchmove'] as const;

/** A pointer that only moves over the page changes nothing on it. */
const PASSING: ReadonlySet<string> = new Set(['pointermove'] satisfies (typeof TOUCHES)[number][]);

let touched = false;
/** by the browser's steady clock, ms */
let lastTouch = performance.now();

const notice = ({ type }: Event) => {
  lastTouch = performance.now();
  if (!PASSING.has(type)) touched = true;
};
// At the window: it hears also of keys that the page does not.
for (const touch of TOUCHES) window.addEventListener(touch, notice, { passive: true, capture: true });

/** Whether the reader has done anything to the page since it was opened. */
export function wasTouched(): boolean {
  return touched;
}

/** How long (ms) nothing must come from a reader for nobody to be there. */
const AWAY_AFTER = 30_000;

/** What a reader has under way, though the hand rests: a menu, a dialog. */
const UNDER_WAY = 'dialog[open], [popover="auto"]:popover-open';

/** Whether nobody seems to be at the page: nothing was touched for a while, nothing is open, no text is selected. */
export function isAway(): boolean {
  if (performance.now() - lastTouch < AWAY_AFTER) return false;
  return document.querySelector(UNDER_WAY) === null && getSelection()?.isCollapsed !== false;
}
