import { existsSync, readFileSync } from 'node:fs';
import type { ServerResponse } from 'node:http';
import { join } from 'node:path';

/** Where the words of a page go in the frame that the build leaves. */
const PLACE = '<!--content-->';

/** No script, nothing from elsewhere; forms lead back here alone. */
const POLICY = [
  "default-src 'none'",
  "style-src 'self'",
  "font-src 'self'",
  "img-src 'self'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join('; ');

/** The HTML around every page that the server writes itself: `access.html` of the built client, which brings the product's own look. */
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

/** A frame for pages at any address: what it loads, it loads from the base path of the board. */
export const toAnywhere = ([before, after]: Frame, basePath: string): Frame => [
  before.replaceAll('"./', `"${basePath}/`),
  after,
];

/** Answers with a page in the frame. */
export function sendPage(
  response: ServerResponse,
  status: number,
  content: string,
  [before, after]: Frame,
): void {
  const bytes = Buffer.from(before + content + after);
  response.statusCode = status;
  response.setHeader('Content-Type', 'text/html; charset=utf-8');
  response.setHeader('Content-Security-Policy', POLICY);
  // Or a browser would say "null" for where a form came from.
  response.setHeader('Referrer-Policy', 'same-origin');
  response.setHeader('Content-Length', bytes.length);
  response.end(bytes);
}
