import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Answer, Page } from '../list/answer.ts';
import { replyRaw } from '../reply.ts';

/** One request of the list, as a fault meets it. */
export interface Exchange {
  request: IncomingMessage;
  response: ServerResponse;
  url: URL;
  /** the simulator's own address */
  origin: string;
  /** the machine's time in ms, UTC, whatever the simulated clock says */
  machineTime: number;
  /** what the service would answer to these parameters, authorised or not */
  ask(params: URLSearchParams): Answer;
  /** answers in the ordinary way */
  reply(status: number, body: unknown): void;
}

/** One way to go wrong. To add one, add an entry to the table of its group. */
export interface Fault {
  /** one sentence for people: what the client meets */
  says: string;
  /** the requests it plays for; all when absent */
  applies?(url: URL): boolean;
  play(exchange: Exchange): void;
}

/** Answers with the ordinary page and one more row at its head, given as JSON text. */
export function replyWithRow(exchange: Exchange, row: string): void {
  const [start, ...rest] = writeOrdinary(exchange).split('"data":[');
  const others = rest.join('"data":[');
  const comma = others.startsWith(']') ? '' : ',';
  const type = { 'Content-Type': 'application/json; charset=utf-8' };
  replyRaw(exchange.response, 200, type, `${start}"data":[${row}${comma}${others}`);
}

/** Answers with the ordinary page after a change; what is no page (a 422) goes out unchanged. */
export function replyChanged({ url, ask, reply }: Exchange, change: (page: Page) => unknown): void {
  const answer = ask(url.searchParams);
  if ('page' in answer) reply(200, change(answer.page));
  else reply(answer.status, answer.body);
}

/** The ordinary page as JSON text, for faults that spoil the text itself. */
export function writeOrdinary({ url, ask }: Exchange): string {
  const answer = ask(url.searchParams);
  return JSON.stringify('page' in answer ? answer.page : answer.body);
}
