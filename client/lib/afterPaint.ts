/** How long a frame may take to come to the screen when the page is done with it, ms: as long as a frame lasts. */
const ON_ITS_WAY_MS = 17;

/**
 * Works when the next frame is on screen: that frame is drawn beside the page, on a machine that may have few cores.
 * Nothing is painted, and so nothing done, while the page is hidden.
 *
 * @returns gives it up, if it was not yet done
 */
export function afterPaint(work: () => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const frame = requestAnimationFrame(() => {
    timer = setTimeout(work, ON_ITS_WAY_MS);
  });
  return () => {
    cancelAnimationFrame(frame);
    clearTimeout(timer);
  };
}
