import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { CONFERENCES_PATH } from '#contract/values.ts';
import type { AnswerContext } from '../list/answer.ts';
import { drawPreview } from '../preview.ts';
import type { RequestRecord } from '../record.ts';
import { replyJson, replyRaw } from './reply.ts';

type Endpoint = (request: IncomingMessage, response: ServerResponse, url: URL) => void;

/** The simulator's three places: the list, the preview pictures, and the control path. */
export interface Places {
  list: Endpoint;
  control: Endpoint;
  view(): AnswerContext;
  record: RequestRecord;
}

const PREVIEW = /^\/previews\/([0-9a-f-]{36})\.webp$/;

export function createRouter({ list, control, view, record }: Places): RequestListener {
  return function route(request, response) {
    const url = URL.parse(request.url ?? '/', 'http://simulator');
    if (url === null) return replyJson(request, response, 400, { error: 'Bad Request' });
    if (url.pathname === '/control' || url.pathname.startsWith('/control/'))
      return control(request, response, url);
    const reads = request.method === 'GET' || request.method === 'HEAD';
    if (reads && url.pathname === CONFERENCES_PATH) return list(request, response, url);

    record.begin(request, response, request.headers.authorization === undefined ? 'absent' : 'wrong');
    const [, sessionId] = PREVIEW.exec(url.pathname) ?? [];
    const { space, instant } = view();
    if (!reads || sessionId === undefined || !space.hasPreview(sessionId, instant)) {
      return replyJson(request, response, 404, { error: 'Not Found' });
    }
    const headers = {
      'Content-Type': 'image/svg+xml',
      'Cache-Control': 'no-store',
      'Cross-Origin-Resource-Policy': 'cross-origin',
    };
    replyRaw(response, 200, headers, drawPreview(sessionId, instant));
  };
}
