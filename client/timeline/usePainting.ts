import { type RefObject, useLayoutEffect } from 'react';
import type { Palette } from './palette.ts';

/** Paints a canvas of a size (px), anew whenever the palette or what is painted changes. */
export function usePainting(
  canvas: RefObject<HTMLCanvasElement | null>,
  palette: Palette | null,
  { width, height }: { width: number; height: number },
  paint: (pen: CanvasRenderingContext2D, palette: Palette) => void,
): void {
  useLayoutEffect(() => {
    if (canvas.current === null || palette === null || width <= 0) return;
    const pen = startPainting(canvas.current, width, height);
    if (pen !== null) paint(pen, palette);
  }, [canvas, palette, width, height, paint]);
}

/**
 * Makes a canvas as large as it is shown (px), sharp on every screen, and empty. Null where there is no
 * canvas to paint on, as in a browser that has it switched off.
 */
function startPainting(
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
