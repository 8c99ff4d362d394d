/** The header by which the server tells what a person does from the page's own refreshing, which keeps nobody signed in. */
export const ACTIVE_HEADER = 'Callboard-Active';

let acted = false;

/** Notes from now on whenever the person does something in the window. */
export function watchActivity(window: Window): void {
  const note = () => {
    acted = true;
  };
  for (const type of ['pointerdown', 'pointermove', 'keydown', 'wheel'])
    window.addEventListener(type, note, { capture: true, passive: true });
}

/** Whether the person did anything since this was last asked. */
export function takeActivity(): boolean {
  const answer = acted;
  acted = false;
  return answer;
}
