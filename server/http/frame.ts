import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Where the words of a page go in the frame that the build leaves. */
const PLACE = '<!--content-->';

/** The HTML around every page of access: `access.html` of the built client, which brings the product's own look. */
export type Frame = readonly [before: string, after: string];

/** The same without any look, for a server that has no built client. */
export const PLAIN_FRAME: Frame = [
  '<!doctype html><html lang="en"><title>Callboard</title><body>',
  '</body></html>',
];

/** @param folder of the built client */
export function readFrame(folder: string): Frame {
  const path = join(folder, 'access.html');
  const [before, after] = existsSync(path) ? readFileSync(path, 'utf8').split(PLACE) : PLAIN_FRAME;
  return before === undefined || after === undefined ? PLAIN_FRAME : [before, after];
}
