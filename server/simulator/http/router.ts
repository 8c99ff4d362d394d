import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { CONFERENCES_PATH } from '#contract/values.ts';
import type { Presented } from '../credentials.ts';
import type { AnswerContext } from '../list/answer.ts';
import { drawPreview } from '../preview.ts';
import type { RequestRecord } from '../record.ts';
import { replyJson, replyRaw } from '../reply.ts';

type Endpoint = (request: IncomingMessage, response: ServerResponse, url: URL) => Promise<void>;

/** The simulator's three places: the list, the preview pictures, and the control path. */
export interface Places {
  list: Endpoint;
  control: Endpoint;
  view(): AnswerContext;
  record: RequestRecord;
  checkAuthorization(header: string | undefined): Presented;
}

const PREVIEW = /^\/previews\/([0-9a-f-]{36})\.webp$/;

export function createRouter({ list, control, view, record, checkAuthorization }: Places): RequestListener {
  async function route(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = URL.parse(request.url ?? '/', 'http://simulator');
    if (url === null) return replyJson(request, response, 400, { error: 'Bad Request' });
    if (url.pathname === '/control' || url.pathname.startsWith('/control/'))
      return control(request, response, url);
    const reads = request.method === 'GET' || request.method === 'HEAD';
    if (reads && url.pathname === CONFERENCES_PATH) return list(request, response, url);

    record.begin(request, response, checkAuthorization(request.headers.authorization));
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
  }

  return function answerRequest(request, response) {
    // whatever goes wrong here must not end the process that the simulator is embedded in
    route(request, response).catch(() => request.socket.destroy());
  };
}
