/**
 * Makes a canvas as large as it is shown (px), sharp on every screen, and empty. Null where there is no
 * canvas to paint on, as in a browser that has it switched off.
 */
export function startPainting(
  canvas: HTMLCanvasElement,
  width: number,
  height: number,
): CanvasRenderingContext2D | null {
  const ratio = window.devicePixelRatio;
  const [across, down] = [Math.round(width * ratio), Math.round(height * ratio)];
  if (canvas.width !== across) canvas.width = across;
  if (canvas.height !== down) canvas.height = down;
  const pen = canvas.getContext('2d');
  if (pen === null) return null;
  pen.setTransform(ratio, 0, 0, ratio, 0, 0);
  pen.clearRect(0, 0, width, height);
  return pen;
}

/** A text cut to a width (px) in the pen's font, with an ellipsis where something is missing. */
export function fitText(pen: CanvasRenderingContext2D, text: string, width: number): string {
  const full = pen.measureText(text).width;
  if (full <= width) return text;
  const letters = [...text];
  const kept = Math.floor((letters.length * (width - 8)) / full);
  return kept < 2 ? '' : `${letters.slice(0, kept).join('').trimEnd()}…`;
}
