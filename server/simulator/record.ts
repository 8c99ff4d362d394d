import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Presented } from './credentials.ts';

/** A request as the simulator met it. Secrets are not in it. */
export interface RecordedRequest {
  /** the machine's time, ms, UTC */
  at: number;
  method: string;
  path: string;
  query: Readonly<Record<string, string>>;
  /** as sent, names in lower case; `authorization` says only what it was worth */
  headers: Readonly<Record<string, string>>;
  /** the fault that was played */
  fault: string | null;
  /** null as long as nothing, or no HTTP, was answered */
  status: number | null;
  /** the connection closed before the answer was whole */
  closedEarly: boolean;
}

/** The latest requests, at most {@link KEPT}. */
export interface RequestRecord {
  readonly requests: readonly RecordedRequest[];
  /** all since the start or the last clearing, kept or not */
  readonly seen: number;
  begin(request: IncomingMessage, response: ServerResponse, presented: Presented): RecordedRequest;
  clear(): void;
}

const KEPT = 1000;

/** A record that tells the time by `now` (ms, UTC). */
export function createRequestRecord(now: () => number): RequestRecord {
  const requests: RecordedRequest[] = [];
  let seen = 0;

  return {
    requests,
    get seen() {
      return seen;
    },
    clear() {
      requests.length = 0;
      seen = 0;
    },
    begin(request, response, presented) {
      const url = new URL(request.url ?? '/', 'http://simulator');
      const recorded: RecordedRequest = {
        at: now(),
        method: request.method ?? '',
        path: url.pathname,
        query: Object.fromEntries(url.searchParams),
        headers: readHeaders(request, presented),
        fault: null,
        status: null,
        closedEarly: false,
      };
      response.once('close', () => {
        recorded.status = response.headersSent ? response.statusCode : null;
        recorded.closedEarly = !response.writableFinished;
      });
      seen += 1;
      requests.push(recorded);
      if (requests.length > KEPT) requests.shift();
      return recorded;
    },
  };
}

function readHeaders(request: IncomingMessage, presented: Presented): Record<string, string> {
  const headers: Record<string, string> = {};
  for (const [name, value] of Object.entries(request.headers)) headers[name] = String(value);
  headers.authorization = presented;
  if (headers.cookie !== undefined) headers.cookie = 'present';
  return headers;
}
