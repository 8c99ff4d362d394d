import type { Upstream } from '../config.ts';
import { createRedact, spellSecrets } from '../http/redact.ts';

/** Finds our own credentials in what SignalWire says: whatever it echoes, no browser is to see them. */
export interface AnswerRedact {
  /** a text for people, with `[secret]` where a credential stood, the project's id among them */
  words(text: string): string;
  /** whether JSON text, and what was parsed from it, holds the token, in whatever way JSON spells that */
  isIn(json: Buffer, parsed: unknown): boolean;
  /** JSON text with `[secret]` in place of the token */
  json(json: Buffer): Buffer;
}

/** A header of somebody's, whole: what HTTP calls credentials. */
const HEADER = /(?:\bauthorization["']?\s*[:=]\s*["']?)?\b(?:basic|bearer)\s+[\w+/.~-]{16,}=*/gi;

export function createAnswerRedact({
  projectId,
  apiToken,
}: Pick<Upstream, 'projectId' | 'apiToken'>): AnswerRedact {
  const spelt = spellSecrets(projectId, apiToken);
  const secrets = [...spelt, ...spelt.map((secret) => `Basic ${secret}`)];
  const inJson = secrets.map((secret) => JSON.stringify(secret).slice(1, -1));
  const redactJson = createRedact(inJson);
  const redactWords = createRedact([...secrets, projectId]);

  return {
    words: (text) => redactWords(text.replace(HEADER, '[secret]')),
    isIn: (json, parsed) => hasAny(json, inJson) || (mayHide(json) && hasAny(JSON.stringify(parsed), inJson)),
    json: (json) => Buffer.from(redactJson(spellPlainly(json.toString()))),
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
