import type { IncomingMessage, ServerResponse } from 'node:http';
import { gzipSync } from 'node:zlib';

/** Bodies under this many bytes are not worth packing. */
const PACK_FROM = 1024;

/** Headers that the real service sends and a browser must never see through a proxy. */
const SERVICE_HEADERS = {
  'Cache-Control': 'max-age=0, private, must-revalidate',
  'Set-Cookie': '_simulated_session=never-forward-me; path=/; HttpOnly',
  'Access-Control-Allow-Origin': '*',
  'X-Powered-By': 'SignalWire simulator',
};

/** Answers with JSON as the service does, packed when the client takes gzip. */
export function replyJson(
  request: IncomingMessage,
  response: ServerResponse,
  status: number,
  value: unknown,
): void {
  const body = Buffer.from(JSON.stringify(value));
  const packs = body.length >= PACK_FROM && /\bgzip\b/.test(request.headers['accept-encoding'] ?? '');
  const bytes = packs ? gzipSync(body, { level: 1 }) : body;
  response.writeHead(status, {
    ...SERVICE_HEADERS,
    'Content-Type': 'application/json; charset=utf-8',
    'Content-Length': bytes.length,
    Vary: 'Accept-Encoding',
    ...(packs ? { 'Content-Encoding': 'gzip' } : {}),
    ...(status === 401 ? { 'WWW-Authenticate': 'Basic realm="SignalWire"' } : {}),
  });
  response.end(bytes);
}

/** Answers with these headers and these bytes, nothing added but the length. */
export function replyRaw(
  response: ServerResponse,
  status: number,
  headers: Record<string, string>,
  body: string | Buffer,
): void {
  response.writeHead(status, { ...headers, 'Content-Length': Buffer.byteLength(body) });
  response.end(body);
}
