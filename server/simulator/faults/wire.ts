import { type Exchange, type Fault, writeOrdinary } from './fault.ts';

/** The body that a second, unsolicited answer smuggles in. */
const SMUGGLED = '{"links":{"self":"","first":""},"data":[{"id":"smuggled"}]}';

/** Failures below HTTP, or of HTTP itself. */
export const WIRE_FAULTS = {
  hang: { says: 'The request is taken and never answered.', play() {} },
  stall: {
    says: 'Headers and half of the body, then nothing; the connection stays open.',
    play(exchange) {
      const text = beginOrdinary(exchange);
      exchange.response.write(text.slice(0, text.length >> 1));
    },
  },
  'slow-body': {
    says: 'The body at one byte a second.',
    play(exchange) {
      const { response } = exchange;
      const bytes = Buffer.from(beginOrdinary(exchange));
      let sent = 0;
      const drip = () => {
        response.write(bytes.subarray(sent, sent + 1));
        sent += 1;
        if (sent === bytes.length) response.end();
      };
      drip();
      const timer = setInterval(drip, 1000);
      response.once('close', () => clearInterval(timer));
    },
  },
  reset: {
    says: 'The connection is reset before an answer.',
    play: ({ request }) => void request.socket.resetAndDestroy(),
  },
  'reset-midway': {
    says: 'The connection is reset after half of the body.',
    play(exchange) {
      const text = beginOrdinary(exchange);
      const { socket } = exchange.request;
      exchange.response.write(text.slice(0, text.length >> 1), () => socket.resetAndDestroy());
    },
  },
  truncated: {
    says: 'A Content-Length that is never reached: the connection ends after half of the body.',
    play(exchange) {
      const text = beginOrdinary(exchange);
      const { socket } = exchange.request;
      exchange.response.write(text.slice(0, text.length >> 1), () => socket.end());
    },
  },
  'truncated-chunked': {
    says: 'A chunked body without its last chunk: the connection ends in the middle.',
    play(exchange) {
      const text = writeOrdinary(exchange);
      const { response, request } = exchange;
      response.writeHead(200, { 'Content-Type': 'application/json', 'Transfer-Encoding': 'chunked' });
      response.write(text.slice(0, text.length >> 1), () => request.socket.end());
    },
  },
  'malformed-http': {
    says: 'Bytes that are no HTTP.',
    play: (exchange) => sendRaw(exchange, 'HTTP/1.1 two-hundred fine\r\nno colon here\r\n\r\n{}'),
  },
  'header-overflow': {
    says: 'Headers of 256 KiB.',
    play: (exchange) =>
      sendRaw(exchange, `HTTP/1.1 200 OK\r\nX-Large: ${'x'.repeat(262_144)}\r\nContent-Length: 2\r\n\r\n{}`),
  },
  'second-response': {
    says: 'The right answer, and at once another one that nobody asked for on the same connection.',
    play(exchange) {
      const { response, request } = exchange;
      const { socket } = request;
      const text = beginOrdinary(exchange);
      response.end(text, () =>
        socket.write(
          `HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: ${SMUGGLED.length}\r\n\r\n${SMUGGLED}`,
        ),
      );
    },
  },
} satisfies Record<string, Fault>;

/** Sends the head of an ordinary answer, with its length, and gives the text that should follow. */
function beginOrdinary(exchange: Exchange): string {
  const text = writeOrdinary(exchange);
  const length = Buffer.byteLength(text);
  exchange.response.writeHead(200, {
    'Content-Type': 'application/json; charset=utf-8',
    'Content-Length': length,
  });
  return text;
}

/** Writes bytes past Node's own idea of an answer, then ends the connection. */
function sendRaw({ request, response }: Exchange, bytes: string): void {
  response.detachSocket(request.socket);
  request.socket.end(bytes);
}
