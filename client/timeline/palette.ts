import { type RefObject, useLayoutEffect, useState } from 'react';
import type { Status } from '#contract/status.ts';

/** The tokens that the picture is painted with. */
const TOKENS = [
  'text',
  'text-soft',
  'text-faint',
  'line',
  'surface',
  'accent',
  'selected',
  'live',
  'live-ground',
  'overrunning',
  'overrunning-ground',
  'open',
  'open-ground',
  'scheduled',
  'always-open',
  'always-open-ground',
  'ended',
  'ended-ground',
] as const;

type Token = (typeof TOKENS)[number];

/** Colours as a canvas takes them, by the names that they have in tokens.css, and the font of the page. */
export interface Palette {
  colour(token: Token): string;
  readonly font: string;
}

/** What the tokens come to where an element stands, in the theme that is on: a canvas cannot read them. */
function readPalette(element: HTMLElement): Palette {
  const probe = document.createElement('span');
  probe.style.setProperty('forced-color-adjust', 'none');
  element.append(probe);
  const style = getComputedStyle(probe);
  const colours = new Map<Token, string>();
  for (const token of TOKENS) {
    probe.style.color = `var(--${token})`;
    colours.set(token, style.color);
  }
  const font = style.fontFamily;
  probe.remove();
  return { colour: (token) => colours.get(token) ?? '', font };
}

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

/** How the bars of a status look. */
interface Look {
  readonly fill: Token;
  readonly edge: Token;
  readonly ink: Token;
  /** of the part in which a session runs */
  readonly core: Token | null;
}

/** Full where people are, outlined where they may come, faint where it is over: told apart without colour too. */
export const LOOKS: Readonly<Record<Status, Look>> = {
  overrunning: { fill: 'overrunning-ground', edge: 'overrunning', ink: 'text', core: 'overrunning' },
  live: { fill: 'live-ground', edge: 'live', ink: 'text', core: 'live' },
  open: { fill: 'open-ground', edge: 'open', ink: 'text', core: null },
  scheduled: { fill: 'surface', edge: 'scheduled', ink: 'text', core: null },
  unclear: { fill: 'surface', edge: 'text-faint', ink: 'text-soft', core: null },
  'always-open': { fill: 'always-open-ground', edge: 'always-open', ink: 'text-soft', core: null },
  ended: { fill: 'ended-ground', edge: 'line', ink: 'text-faint', core: null },
};
