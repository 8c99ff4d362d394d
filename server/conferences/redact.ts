import type { Upstream } from '../config.ts';

/** Finds our own credentials in what SignalWire says: whatever it echoes, no browser is to see them. */
export interface Redact {
  /** a text for people, with `[secret]` where a credential stood, the project's id among them */
  words(text: string): string;
  /** whether JSON text, and what was parsed from it, holds the token, in whatever way JSON spells that */
  isIn(json: Buffer, parsed: unknown): boolean;
  /** JSON text with `[secret]` in place of the token */
  json(json: Buffer): Buffer;
}

const SECRET = '[secret]';

/** A header of somebody's, whole: what HTTP calls credentials. */
const HEADER = /(?:\bauthorization["']?\s*[:=]\s*["']?)?\b(?:basic|bearer)\s+[\w+/.~-]{16,}=*/gi;

export function createRedact({ projectId, apiToken }: Pick<Upstream, 'projectId' | 'apiToken'>): Redact {
  // Without the padding, so that it is found with and without.
  const base64 = (text: string) => Buffer.from(text).toString('base64').replace(/=+$/, '');
  const toUrlForm = (text: string) => text.replaceAll('+', '-').replaceAll('/', '_');
  const pair = base64(`${projectId}:${apiToken}`);
  const packed = [`Basic ${pair}`, pair, base64(apiToken)];
  const spellings = [
    ...new Set([...packed, ...packed.map(toUrlForm), encodeURIComponent(apiToken), apiToken]),
  ];
  const inJson = spellings.map((secret) => JSON.stringify(secret).slice(1, -1));
  const replace = (text: string, secrets: readonly string[]) =>
    secrets.reduce((rest, secret) => rest.replaceAll(secret, SECRET), text);

  return {
    words: (text) => replace(text.replace(HEADER, SECRET), [...spellings, projectId]),
    isIn: (json, parsed) => hasAny(json, inJson) || (mayHide(json) && hasAny(JSON.stringify(parsed), inJson)),
    json: (json) => Buffer.from(replace(spellPlainly(json.toString()), inJson)),
  };
}

function hasAny(text: string | Buffer, secrets: readonly string[]): boolean {
  return secrets.some((secret) => text.includes(secret));
}

/** JSON can spell any character as `\u0041`, and a slash with a backslash. */
function mayHide(json: Buffer): boolean {
  return json.includes('\\u00') || json.includes('\\/');
}

/** The same JSON with every printable ASCII character spelt in the shortest way, and all else as it was. */
function spellPlainly(json: string): string {
  return json.replace(/\\(?:u00([2-7][\da-f])|(.))/gis, (whole, code: string | undefined, single: string) => {
    if (single === '/') return single;
    if (code === undefined || code.toLowerCase() === '7f') return whole;
    return JSON.stringify(String.fromCharCode(Number.parseInt(code, 16))).slice(1, -1);
  });
}
