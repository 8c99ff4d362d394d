import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout } from 'node:timers/promises';
import type { Presented } from '../credentials.ts';
import type { FaultSwitch } from '../faults/faults.ts';
import type { Answer, AnswerContext } from '../list/answer.ts';
import type { RequestRecord } from '../record.ts';
import { replyJson } from '../reply.ts';

/** What the list endpoint is made of. */
export interface ListEndpoint {
  answer(params: URLSearchParams, context: AnswerContext): Answer;
  /** the space as it is now */
  view(): AnswerContext;
  faults: FaultSwitch;
  record: RequestRecord;
  checkAuthorization(header: string | undefined): Presented;
  /** ms */
  latency(): number;
  /** ms, UTC */
  machineTime(): number;
}

/** GET of the list: recorded, held back by the latency, then spoilt by the standing fault or answered. */
export function createListEndpoint({
  answer,
  view,
  faults,
  record,
  checkAuthorization,
  latency,
  machineTime,
}: ListEndpoint) {
  return async function serveList(
    request: IncomingMessage,
    response: ServerResponse,
    url: URL,
  ): Promise<void> {
    const presented = checkAuthorization(request.headers.authorization);
    const recorded = record.begin(request, response, presented);
    const chosen = faults.take(url);
    recorded.fault = chosen?.name ?? null;

    function reply(status: number, body: unknown): void {
      replyJson(request, response, status, body);
    }

    await setTimeout(latency(), null, { ref: false });
    if (response.destroyed) return;
    const context = view();
    const ask = (params: URLSearchParams) => answer(params, context);
    const refusal = refuse(presented, context.quirks.scope);
    if (chosen !== null) {
      const { origin } = context;
      chosen.fault.play({ request, response, url, origin, machineTime: machineTime(), ask, reply });
    } else if (refusal !== null) {
      reply(refusal.status, refusal.body);
    } else {
      const given = ask(url.searchParams);
      if ('page' in given) reply(200, given.page);
      else reply(given.status, given.body);
    }
  };
}

/** A token without the Video scope is refused with 401 or 403: SignalWire's own pages contradict each other. */
function refuse(presented: Presented, scope: '401' | '403') {
  if (presented === 'valid') return null;
  return presented === 'narrow' && scope === '403'
    ? { status: 403, body: { error: 'Forbidden' } }
    : { status: 401, body: { error: 'Unauthorized' } };
}
