import type { ConferenceRow } from '#contract/conference.ts';
import { type ConferencesPage, type PageLinks, pageLinks } from '#contract/page.ts';
import { Fault } from '../http/Fault.ts';
import { parseExactly } from './exactJson.ts';
import type { Answer } from './flight.ts';
import { writeLink } from './link.ts';

/** A page of the list, checked and rebuilt. */
export interface Reply {
  /** the body as it goes to browsers: JSON of a ConferencesPage */
  json: Buffer;
  /** link to the next page on our own route, null at the end of the walk */
  next: string | null;
  /** rows left out because they were no objects or had no id */
  dropped: number;
}

/**
 * Checks a 200 of SignalWire and writes it anew: links lead to our own route, rows without an id are left
 * out, everything else in a row passes unchanged. Throws a Fault when it is no list of conferences.
 */
export function readReply(answer: Answer): Reply {
  const { links, data } = readShape(readJson(answer));
  const rows = data.filter(isRow);
  const page: ConferencesPage = { links: rewriteLinks(links), data: rows };
  return {
    json: writeJson(page),
    next: page.links.next ?? null,
    dropped: data.length - rows.length,
  };
}

function readJson({ headers, body }: Answer): unknown {
  if (!/^application\/(?:[\w.-]+\+)?json\s*(?:;|$)/i.test(headers['content-type'] ?? ''))
    throw new Fault('upstream_content_type');
  try {
    return parseExactly(new TextDecoder().decode(body));
  } catch (cause) {
    throw new Fault('upstream_not_json', { cause });
  }
}

function readShape(body: unknown): { links: PageLinks; data: unknown[] } {
  if (isObject(body) && 'links' in body && 'data' in body && Array.isArray(body.data)) {
    const links = pageLinks.safeParse(body.links);
    if (links.success) return { links: links.data, data: body.data };
  }
  throw new Fault('upstream_shape');
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isRow(value: unknown): value is ConferenceRow {
  return isObject(value) && 'id' in value && typeof value.id === 'string';
}

function rewriteLinks({ self, first, next, prev }: PageLinks): ConferencesPage['links'] {
  return {
    self: writeLink(self),
    first: writeLink(first),
    // Absent, null and "" all say that the list ends here.
    ...(next ? { next: writeLink(next) } : {}),
    ...(prev ? { prev: writeLink(prev) } : {}),
  };
}

/** A value can be parsed at a depth at which it can no longer be written. */
function writeJson(page: ConferencesPage): Buffer {
  try {
    return Buffer.from(JSON.stringify(page));
  } catch (cause) {
    throw new Fault('upstream_too_deep', { cause });
  }
}
