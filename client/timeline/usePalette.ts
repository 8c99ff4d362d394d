import { type RefObject, useLayoutEffect, useState } from 'react';
import { type Palette, readPalette } from './palette.ts';

/** The palette where an element stands, read again whenever the theme changes; null until it is there. */
export function usePalette(element: RefObject<HTMLElement | null>): Palette | null {
  const [palette, setPalette] = useState<Palette | null>(null);

  useLayoutEffect(() => {
    const read = () => {
      if (element.current !== null) setPalette(readPalette(element.current));
    };
    read();
    const scheme = new MutationObserver(read);
    scheme.observe(document.documentElement, { attributes: true, attributeFilter: ['data-scheme'] });
    const media = ['(prefers-color-scheme: dark)', '(forced-colors: active)'].map((query) =>
      matchMedia(query),
    );
    for (const list of media) list.addEventListener('change', read);
    return () => {
      scheme.disconnect();
      for (const list of media) list.removeEventListener('change', read);
    };
  }, [element]);

  return palette;
}
