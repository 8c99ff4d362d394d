/** What a page notes of its own load, ms since it began; 0 while it has not happened. */
export interface Noted {
  /** the first row is painted */
  first: number;
  /** the true number of conferences is painted */
  all: number;
}

/**
 * Runs in a page before its scripts, as a text of its own. Notes when rows came and when the list is known to be
 * whole, and offers `next`: how long it takes from an event to the frame that shows other rows, ms.
 *
 * @param whole what the page says of the list once it is whole
 */
export function watch(whole: string): void {
  const noted: Noted = { first: 0, all: 0 };
  const afterPaint = (then: () => void) =>
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = then;
      port2.postMessage(null);
    });
  const state = () => document.querySelector('#state, #conferences p')?.textContent ?? '';
  /** what a reader sees of the list: how many there are, and the first rows */
  const read = () =>
    [state(), ...[...document.querySelectorAll('tbody tr')].slice(0, 8).map((row) => row.textContent)].join();
  const note = (name: keyof Noted) => {
    noted[name] = -1;
    afterPaint(() => {
      noted[name] = performance.now();
    });
  };
  // Our skeleton has rows too, without anything in them.
  const hasRows = () =>
    document.querySelector('tbody tr')?.textContent !== undefined && state() !== 'Loading…';
  new MutationObserver(() => {
    if (noted.first === 0 && hasRows()) note('first');
    if (noted.all === 0 && state() === whole) note('all');
  }).observe(document, { childList: true, subtree: true, characterData: true });

  const MOST_FRAMES = 300;
  const next = (type: 'click' | 'input') =>
    new Promise<number>((resolve, reject) => {
      const before = read();
      addEventListener(
        type,
        ({ timeStamp }) => {
          let frames = 0;
          const frame = () =>
            afterPaint(() => {
              frames++;
              if (read() !== before) resolve(performance.now() - timeStamp);
              else if (frames < MOST_FRAMES) frame();
              else reject(new Error(`Nothing changed on screen after a ${type}.`));
            });
          frame();
        },
        { capture: true, once: true },
      );
    });
  Object.assign(window, { noted, next });
}
