declare const checked: unique symbol;

/** A colour that has been checked to be `#RRGGBB`: the only kind that may come near a style. */
export type Hex = string & { readonly [checked]: true };

/** Reads a conference's colour: `#RRGGBB` or null. Everything else is text to show, never a style. */
export function readHex(value: string | null): Hex | null {
  return value !== null && isHex(value) ? value : null;
}

/** Writes three channels (0 to 255, rounded and held within) as `#RRGGBB`. */
export function toHex(red: number, green: number, blue: number): Hex {
  const digits = [red, green, blue].map((channel) =>
    Math.min(255, Math.max(0, Math.round(channel)))
      .toString(16)
      .padStart(2, '0'),
  );
  const text = `#${digits.join('').toUpperCase()}`;
  if (!isHex(text)) throw new RangeError(`${red}, ${green}, ${blue} make no colour`);
  return text;
}

export const BLACK = toHex(0, 0, 0);
export const WHITE = toHex(255, 255, 255);

function isHex(value: string): value is Hex {
  return /^#[0-9A-Fa-f]{6}$/.test(value);
}
