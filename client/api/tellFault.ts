import type { PageFault } from '#contract/errors.ts';
import { FAULTS_PATH } from '#contract/values.ts';
import { besidePage } from './createAsker.ts';

/** The first faults of a page say what is wrong with it; those that follow mostly follow from them. */
const MOST_TOLD = 5;

/** what was told in this life of the page */
const told = new Set<string>();

/** Tells the server's log that a part of the page threw: each fault once, five at most, and nobody waits for it. */
export function tellFault(part: string, error: unknown): void {
  const { message, stack = '' } = error instanceof Error ? error : new Error(String(error));
  const name = `${part}: ${message}`;
  if (told.has(name) || told.size >= MOST_TOLD) return;
  told.add(name);
  // Cut, so that the body stays within what the server takes, whatever the text is written in.
  const fault: PageFault = { part, message: message.slice(0, 300), stack: stack.slice(0, 600) };
  const headers = { 'Content-Type': 'application/json' };
  // A server that cannot be told has troubles of its own, and the page says so elsewhere.
  fetch(besidePage(FAULTS_PATH), {
    method: 'POST',
    headers,
    body: JSON.stringify(fault),
    keepalive: true,
  }).catch(() => {});
}
