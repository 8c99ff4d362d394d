import { lstatSync, readFileSync } from 'node:fs';
import { parseEnv } from 'node:util';
import { ConfigError } from './config.ts';

const ASSIGNMENT = /^[ \t]*(?:export[ \t]+)?[A-Za-z_]\w*[ \t]*=/;
const NOTHING = /^[ \t]*(?:#.*)?$/;

/**
 * What a file such as `.env` sets; nothing when there is none. Whoever wrote one means a space of their own, so
 * what cannot be read as it was meant is refused in a sentence, and never passed over: that would show the demo.
 */
export function readEnvFile(path: string): Record<string, string | undefined> {
  const text = readText(path)?.replaceAll(/\r\n?/g, '\n');
  if (text === undefined) return {};
  const odd = text.split('\n').findIndex((line) => !ASSIGNMENT.test(line) && !NOTHING.test(line));
  if (odd !== -1) throw new ConfigError([`Line ${odd + 1} of ${path} must be NAME=value or begin with "#".`]);
  return parseEnv(text);
}

/** The text of a file, without the mark that some editors put at its head; undefined when there is no file. */
function readText(path: string): string | undefined {
  // A link that leads nowhere is a file that cannot be read, not one that is absent.
  if (lstatSync(path, { throwIfNoEntry: false }) === undefined) return undefined;
  const bytes = readBytes(path);
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    if (!text.includes('\0')) return text;
  } catch {
    // Said below: UTF-16 without its mark is well-formed UTF-8, full of NULs.
  }
  throw new ConfigError([`${path} is not UTF-8: save it in that encoding.`]);
}

function readBytes(path: string): Buffer {
  try {
    return readFileSync(path);
  } catch {
    throw new ConfigError([
      `${path} is there and cannot be read: it must be a file that this user may read.`,
    ]);
  }
}
