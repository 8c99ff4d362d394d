declare const checked: unique symbol;

/** A colour that has been checked to be `#RRGGBB`: the only kind that may come near a style. */
export type Hex = string & { readonly [checked]: true };

/** Reads a conference's colour: `#RRGGBB` or null. Everything else is text to show, never a style. */
export function readHex(value: string | null): Hex | null {
  return value !== null && isHex(value) ? value : null;
}

function isHex(value: string): value is Hex {
  return /^#[0-9A-Fa-f]{6}$/.test(value);
}
