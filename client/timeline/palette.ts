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

export type Token = (typeof TOKENS)[number];

/** Colours as a canvas takes them, by the names that they have in tokens.css, and the font of the page. */
export interface Palette {
  colour(token: Token): string;
  readonly font: string;
}

/** What the tokens come to where an element stands, in the theme that is on: a canvas cannot read them. */
export function readPalette(element: HTMLElement): Palette {
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
