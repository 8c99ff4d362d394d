interface TrustedTypes {
  createPolicy(name: string, rules: { createHTML: (text: string) => string | null }): unknown;
}

declare global {
  /** absent in a browser that knows no Trusted Types */
  var trustedTypes: TrustedTypes | undefined;
}

/**
 * Makes the one Trusted Types policy that the page's header allows. The browser asks it about every text that is
 * written as HTML, so it must be there before anything else runs.
 *
 * An empty text passes: React Aria empties its live region so. Everything else is refused by null, which the browser
 * reports; a throw would hide the report. Nothing is made of scripts, so none passes.
 */
export function makeDefaultPolicy(): void {
  globalThis.trustedTypes?.createPolicy('default', { createHTML: (text) => (text === '' ? '' : null) });
}
