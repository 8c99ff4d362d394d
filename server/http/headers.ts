import type { RequestHandler } from 'express';

/** Stand on every answer, whatever it is. */
const EVERYWHERE = {
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'X-Frame-Options': 'DENY',
  'Permissions-Policy':
    'camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=(), browsing-topics=()',
};

/** Until a page says otherwise, an answer is an API's: inert and never stored. */
export const API_HEADERS: Readonly<Record<string, string>> = {
  ...EVERYWHERE,
  'Content-Security-Policy': "default-src 'none'; sandbox; frame-ancestors 'none'",
  'Cache-Control': 'no-store',
};

export const setHeaders: RequestHandler = (_request, response, next) => {
  for (const [name, value] of Object.entries(API_HEADERS)) response.setHeader(name, value);
  next();
};

/** The policy of the page. Previews of live sessions are the one thing it may load from elsewhere. */
export function writePagePolicy(previewOrigin: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    `img-src 'self' ${previewOrigin}`,
    `media-src ${previewOrigin}`,
    "connect-src 'self'",
    "font-src 'self'",
    "worker-src 'self'",
    "manifest-src 'self'",
    "base-uri 'none'",
    "form-action 'self'",
    "object-src 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    // Made by client/trustedTypes.ts.
    'trusted-types default',
  ].join('; ');
}
