/** What a reader does to a page. */
const TOUCHES = ['pointerdown', 'keydown', 'wheel', 'touchstart'] as const;

let touched = false;

for (const touch of TOUCHES) {
  const notice = () => {
    touched = true;
  };
  document.addEventListener(touch, notice, { once: true, passive: true, capture: true });
}

/** Whether the reader has done anything to the page since it was opened. */
export function wasTouched(): boolean {
  return touched;
}
