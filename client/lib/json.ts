import { escapeInvisible } from './visible.ts';

/** Levels after which lines are no longer indented further: depth would square the length of the text. */
const DEEPEST_INDENT = 20;

/** What is still to be written: a value under its name, or the end of one that was begun. */
type Step = { level: number; after: string } & ({ name: string; value: unknown } | { end: string });

/**
 * Writes a value that came as JSON, indented by two. Unlike `JSON.stringify` it has no bottom to fall through,
 * however deep the nesting; control and direction characters are escaped, so that the text reads as it is.
 */
export function writeJson(root: unknown): string {
  const lines: string[] = [];
  const stack: Step[] = [{ level: 0, after: '', name: '', value: root }];
  for (let step = stack.pop(); step !== undefined; step = stack.pop()) {
    const { level, after } = step;
    const write = (text: string) => lines.push('  '.repeat(Math.min(level, DEEPEST_INDENT)) + text);
    if ('end' in step) {
      write(step.end + after);
      continue;
    }
    const entries = toEntries(step.value);
    if (entries === null) {
      write(step.name + writeScalar(step.value) + after);
      continue;
    }
    const [begin = '', end = ''] = Array.isArray(step.value) ? '[]' : '{}';
    if (entries.length === 0) {
      write(step.name + begin + end + after);
      continue;
    }
    write(step.name + begin);
    stack.push({ level, after, end });
    for (const [index, [key, value]] of [...entries.entries()].reverse()) {
      const name = key === null ? '' : `${writeText(key)}: `;
      stack.push({ level: level + 1, after: index === entries.length - 1 ? '' : ',', name, value });
    }
  }
  return lines.join('\n');
}

/** Keys and values of an object, values of an array under null keys; null for what holds nothing. */
function toEntries(value: unknown): (readonly [string | null, unknown])[] | null {
  if (typeof value !== 'object' || value === null) return null;
  return Array.isArray(value) ? value.map((child) => [null, child]) : Object.entries(value);
}

/** A text, number, boolean or null as JSON. */
export function writeScalar(value: unknown): string {
  return typeof value === 'string' ? writeText(value) : String(JSON.stringify(value) ?? null);
}

function writeText(text: string): string {
  return escapeInvisible(JSON.stringify(text));
}
