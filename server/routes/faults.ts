import { text } from 'node:stream/consumers';
import type { RequestHandler } from 'express';
import type { Logger } from 'pino';
import { z } from 'zod';
import type { PageFault } from '#contract/errors.ts';
import { Fault } from '../http/Fault.ts';
import { noteOf } from '../http/note.ts';

/** bytes of a body */
const LONGEST_BODY = 4_096;

/** How many faults of all pages together are written in a minute; of the rest only their number is. */
const MOST_A_MINUTE = 20;
const MINUTE = 60_000;

/** UTF-16 units of a field, as it is written. */
const cut = (longest: number) => z.string().transform((field) => toPlain(field.slice(0, longest)));

const pageFault: z.ZodType<PageFault> = z.object({ part: cut(40), message: cut(300), stack: cut(600) });

/** `POST /api/faults`: writes into the log what the page says went wrong in it, so that somebody can mend it. */
export function createFaults(log: Logger): RequestHandler {
  let begun = Number.NEGATIVE_INFINITY;
  let written = 0;
  let leftOut = 0;

  return async function noteFault(request, response) {
    noteOf(request).route = 'faults';
    const { 'content-length': length, 'content-type': type = '' } = request.headers;
    // A length that is said keeps Node from handing on a byte more.
    if (!(Number(length) <= LONGEST_BODY) || !/^application\/json\s*(?:;|$)/i.test(type)) {
      response.setHeader('Connection', 'close');
      throw new Fault('bad_request');
    }
    const fault = readFault(await text(request).catch(refuse));

    const now = performance.now();
    if (now - begun >= MINUTE) {
      begun = now;
      written = 0;
    }
    if (written < MOST_A_MINUTE) {
      log.warn({ id: noteOf(request).id, ...fault, leftOut: leftOut || undefined }, 'fault of the page');
      written += 1;
      leftOut = 0;
    } else leftOut += 1;
    response.status(204).end();
  };
}

function readFault(body: string): PageFault {
  try {
    return pageFault.parse(JSON.parse(body));
  } catch (cause) {
    return refuse(cause);
  }
}

function refuse(cause: unknown): never {
  throw new Fault('bad_request', { cause });
}

/** Marks that turn, hide or break a line of a log are written by their number; line feeds are the log's own business. */
function toPlain(field: string): string {
  return field
    .toWellFormed()
    .replace(/(?!\n)[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, (mark) => `\\u{${mark.codePointAt(0)?.toString(16)}}`);
}
