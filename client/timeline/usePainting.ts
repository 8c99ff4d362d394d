import { type RefObject, useLayoutEffect } from 'react';
import { startPainting } from './canvas.ts';
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
