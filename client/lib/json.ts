import { escapeInvisible } from './visible.ts';

/** Levels after which lines are no longer indented further: depth would square the length of the text. */
const DEEPEST_INDENT = 20;

/**
 * Writes a value that came as JSON, indented by two. Unlike `JSON.stringify` it has no bottom to fall through,
 * however deep the nesting; control and direction characters are escaped, so that the text reads as it is.
 */
export function writeJson(root: unknown): string {
  const lines: string[] = [];
  const stack: Step[] = [{ value: root, before: '', after: '', level: 0 }];
  for (let step = stack.pop(); step !== undefined; step = stack.pop()) {
    const { value, before, after, level } = step;
    const indent = '  '.repeat(Math.min(level, DEEPEST_INDENT));
    const entries = toEntries(value);
    if (entries === null) {
      lines.push(`${indent}${before}${after}`);
      continue;
    }
    const [open, close] = Array.isArray(value) ? '[]' : '{}';
    if (entries.length === 0) {
      lines.push(`${indent}${before}${open}${close}${after}`);
      continue;
    }
    lines.push(`${indent}${before}${open}`);
    stack.push({ value: undefined, before: `${close}`, after, level });
    for (const [index, [key, child]] of [...entries.entries()].reverse()) {
      const name = key === null ? '' : `${writeText(key)}: `;
      const text = toEntries(child) === null ? writeScalar(child) : '';
      const comma = index === entries.length - 1 ? '' : ',';
      stack.push({ value: child, before: `${name}${text}`, after: comma, level: level + 1 });
    }
  }
  return lines.join('\n');
}

interface Step {
  value: unknown;
  before: string;
  after: string;
  level: number;
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
