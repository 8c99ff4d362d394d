import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { extname, join, relative, sep } from 'node:path';
import type { RequestHandler } from 'express';
import { type Frame, readFrame } from './frame.ts';
import { writePagePolicy } from './headers.ts';
import { isUnchanged } from './isUnchanged.ts';
import { noteOf } from './note.ts';
import { refuseMethod } from './requests.ts';

const CONTENT_TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.txt': 'text/plain; charset=utf-8',
  '.woff2': 'font/woff2',
};

const ENCODINGS = [
  { token: 'br', suffix: '.br' },
  { token: 'gzip', suffix: '.gz' },
] as const;

interface Page {
  etag: string;
  headers: Record<string, string>;
  bytes: Buffer;
  /** the same content packed at build time, by content coding */
  packed: ReadonlyMap<string, Buffer>;
}

/** The built client. */
export interface Pages {
  /** the page itself, for who may look */
  servePage: RequestHandler;
  /** scripts, styles, fonts, icons: the same for everybody, and nothing of anybody's in them */
  serveFile: RequestHandler;
  /** what stands around the pages of access */
  frame: Frame;
}

/**
 * Serves the built client from memory: everything in `folder` is read once, here. So a build that runs
 * beneath a running server changes nothing, no request touches a path of the disk, and none holds a file open.
 * @param hasSignIn whether people sign in: then browsers keep nothing of the page, or Back would bring it back after
 * the sign-out, with all that it showed
 */
export function createPages(folder: string, previewOrigin: string, hasSignIn = false): Pages {
  const all = [...readPages(folder, writePagePolicy(previewOrigin))];
  const index = all.filter(([path]) => path === '/');
  if (hasSignIn) for (const [, { headers }] of index) headers['Cache-Control'] = 'no-store';
  return {
    servePage: createServe(new Map(index)),
    serveFile: createServe(new Map(all.filter(([path]) => !path.endsWith('/') && !path.endsWith('.html')))),
    frame: readFrame(folder),
  };
}

function createServe(pages: ReadonlyMap<string, Page>): RequestHandler {
  return function serve(request, response, next) {
    const page = pages.get(request.path);
    if (page === undefined) {
      next();
      return;
    }
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      refuseMethod(request, response, next);
      return;
    }
    noteOf(request).route = 'page';
    for (const [name, value] of Object.entries(page.headers)) response.setHeader(name, value);
    if (isUnchanged(request, page.etag)) {
      response.status(304).end();
      return;
    }
    const coding = ENCODINGS.map(({ token }) => token).find(
      (token) => page.packed.has(token) && request.acceptsEncodings(token),
    );
    const bytes = (coding && page.packed.get(coding)) ?? page.bytes;
    if (coding) response.setHeader('Content-Encoding', coding);
    response.setHeader('Content-Length', bytes.length);
    response.end(bytes);
  };
}

function readPages(folder: string, policy: string): Map<string, Page> {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const bytes = new Map(files.map((file) => [file, readFileSync(file)]));
  const pages = new Map<string, Page>();
  for (const [file, content] of bytes) {
    const type = CONTENT_TYPES[extname(file)];
    const path = `/${relative(folder, file).split(sep).join('/')}`;
    if (type === undefined || path.includes('/.')) continue;
    const packed = ENCODINGS.flatMap(({ token, suffix }) => {
      const found = bytes.get(file + suffix);
      return found === undefined ? [] : [[token, found] as const];
    });
    const isPage = path.endsWith('.html');
    const etag = `W/"${createHash('sha256').update(content).digest('base64url').slice(0, 22)}"`;
    pages.set(path === '/index.html' ? '/' : path, {
      etag,
      headers: {
        'Content-Type': type,
        // The build writes a hash of the content into the name of everything in assets/.
        'Cache-Control': path.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache',
        ETag: etag,
        Vary: 'Accept-Encoding',
        ...(isPage ? { 'Content-Security-Policy': policy } : {}),
      },
      bytes: content,
      packed: new Map(packed),
    });
  }
  return pages;
}
