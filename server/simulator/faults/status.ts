import { parameterError } from '../list/query.ts';
import { replyRaw } from '../reply.ts';
import type { Exchange, Fault } from './fault.ts';

const HTML =
  '<!doctype html><title>503</title><h1>Service Unavailable</h1><script>alert("upstream")</script>';

/** Failures that are said with a status. */
export const STATUS_FAULTS = {
  '400': plain(400, 'Bad Request'),
  '401': plain(401, 'Unauthorized'),
  '403': plain(403, 'Forbidden'),
  '404': plain(404, 'Not Found'),
  '422': {
    says: 'Status 422 with two errors, one of them without an attribute.',
    play({ reply }) {
      const general = { ...parameterError('invalid_parameter', 'request'), attribute: null };
      reply(422, { errors: [parameterError('not_a_datetime', 'starts_after'), general] });
    },
  },
  '422-hostile': {
    says: 'Status 422 whose messages are long and hold markup.',
    play({ reply }) {
      const message = `<script>alert(1)</script>${'x'.repeat(20_000)}`;
      reply(422, {
        errors: [
          { ...parameterError('invalid_parameter', 'page_size'), message, url: 'javascript:alert(1)' },
        ],
      });
    },
  },
  '422-many': {
    says: 'Status 422 with 50,000 errors.',
    play: ({ reply }) => reply(422, { errors: Array(50_000).fill(parameterError('x', 'page_size')) }),
  },
  '422-echo': {
    says: 'Status 422 that tells the Authorization of the request back, whole and in parts, in every field.',
    play({ request, reply }) {
      const sent = request.headers.authorization ?? '';
      const pair = Buffer.from(sent.replace(/^\S+ /, ''), 'base64').toString();
      const echo = `Authorization: ${sent} (${pair}), and again ${pair.split(':').join(' ')}`;
      const url = `https://signalwire.com/${encodeURIComponent(pair)}`;
      reply(422, { errors: [{ type: pair, code: pair, message: echo, attribute: pair, url }] });
    },
  },
  'expired-token': {
    says: 'Every page token is refused with status 422, the first page is served.',
    applies: (url) => url.searchParams.has('page_token'),
    play: ({ reply }) => reply(422, { errors: [parameterError('page_token_is_invalid', 'page_token')] }),
  },
  '429': plain(429, 'Too Many Requests'),
  '429-retry-after': {
    says: 'Status 429 with Retry-After: 7 (seconds).',
    play: (exchange) => limited(exchange, '7'),
  },
  '429-retry-after-date': {
    says: 'Status 429 with a Retry-After date 20 seconds ahead of the machine’s time.',
    play: (exchange) => limited(exchange, new Date(exchange.machineTime + 20_000).toUTCString()),
  },
  '429-retry-after-day': {
    says: 'Status 429 with Retry-After: 86400.',
    play: (exchange) => limited(exchange, '86400'),
  },
  '429-retry-after-words': {
    says: 'Status 429 with a Retry-After that is neither seconds nor a date.',
    play: (exchange) => limited(exchange, 'soon'),
  },
  '429-retry-after-below-zero': {
    says: 'Status 429 with Retry-After: -1.',
    play: (exchange) => limited(exchange, '-1'),
  },
  '500': plain(500, 'Internal Server Error'),
  '503': plain(503, 'Service Unavailable'),
  '503-html': {
    says: 'Status 503 with a page of HTML.',
    play: ({ response }) => replyRaw(response, 503, { 'Content-Type': 'text/html' }, HTML),
  },
  '503-text': {
    says: 'Status 503 with plain text.',
    play: ({ response }) =>
      replyRaw(response, 503, { 'Content-Type': 'text/plain' }, 'upstream connect error'),
  },
  redirect: {
    says: 'Status 302 to the same list with redirected=1; whoever follows it stands in the record of requests.',
    play({ response, origin, url }) {
      const target = new URL(`${url.pathname}?redirected=1`, origin);
      replyRaw(
        response,
        302,
        { Location: target.href, 'Content-Type': 'text/html' },
        '<a href="#">moved</a>',
      );
    },
  },
  '204': { says: 'Status 204 without a body.', play: ({ response }) => response.writeHead(204).end() },
  '304': {
    says: 'Status 304 to a request that did not ask for one.',
    play: ({ response }) => response.writeHead(304, { ETag: '"x"' }).end(),
  },
} satisfies Record<string, Fault>;

function plain(status: number, error: string): Fault {
  return {
    says: `Status ${status} with {"error":"${error}"}.`,
    play: ({ reply }) => reply(status, { error }),
  };
}

function limited({ response }: Exchange, retryAfter: string): void {
  const headers = { 'Content-Type': 'application/json', 'Retry-After': retryAfter };
  replyRaw(response, 429, headers, '{"error":"Too Many Requests"}');
}
