import { isUtf8 } from 'node:buffer';
import type { ConferenceRow } from '#contract/conference.ts';
import { type PageLinks, pageLinks } from '#contract/conferencesPage.ts';
import { isObject } from '#contract/read.ts';
import { LEFT_OUT } from '#contract/values.ts';
import { Fault } from '../http/Fault.ts';
import type { Limits } from '../limits.ts';
import type { AnswerRedact } from './answerRedact.ts';
import type { Answer } from './flight.ts';
import { writeLinks } from './link.ts';
import { readOutline, type Span } from './outline.ts';

/** A row as it came: its id, and its bytes. */
export interface RowBytes {
  id: string;
  json: Buffer;
}

/** A page of the list, checked and rebuilt. */
export interface Reply {
  /** the body as it goes to browsers: JSON of a ConferencesPage */
  json: Buffer;
  /** the same rows one by one */
  rows: readonly RowBytes[];
  /** the query of the next page, in its canonical spelling; null at the end of the list */
  next: string | null;
  /** SignalWire sent a `next` that nobody could ask for: it is left out, and where the list ends is not known */
  hasBrokenNext: boolean;
  /** rows left out because they were no objects or had no id */
  dropped: number;
  /** ids of rows that lost a field which is nested too deeply */
  tooDeep: readonly string[];
  /** ids of rows that held our own token */
  redacted: readonly string[];
}

export interface ReplyRules {
  limits: Pick<Limits, 'answerValues' | 'answerRows' | 'rowDepth' | 'idLength'>;
  redact: AnswerRedact;
}

/**
 * Checks a 200 of SignalWire and writes it anew: links lead to our own route, rows without an id are left
 * out. Any other row passes as the very bytes it came in, so that a number keeps its digits; but for a field
 * nested too deeply and for our own token. Throws a Fault when it is no list of conferences.
 */
export function readReply(answer: Answer, rules: ReplyRules): Reply {
  requireJson(answer);
  const { body, text } = readUtf8(answer.body);
  const spans = readOutline(body, rules.limits);
  const { links, data } = readShape(parse(text));
  const { written, next, hasBrokenNext } = writeLinks(links);
  const head = Buffer.from(JSON.stringify(written));
  const { rows, ...told } = writeRows({ body, spans, data }, rules);
  const { redact } = rules;
  return {
    json: Buffer.concat([
      Buffer.from('{"links":'),
      redact.isIn(head, written) ? redact.json(head) : head,
      Buffer.from(',"data":['),
      ...rows.flatMap(({ json }, index) => (index === 0 ? [json] : [COMMA, json])),
      Buffer.from(']}'),
    ]),
    rows,
    next,
    hasBrokenNext,
    ...told,
  };
}

const COMMA = Buffer.from(',');

/** The rows of a page that this server wrote itself, as they came. */
export function readRows(json: Buffer, limits: ReplyRules['limits']): RowBytes[] {
  const { data } = readShape(JSON.parse(json.toString()));
  const ids = data.map((row) => (isObject(row) && 'id' in row ? String(row.id) : ''));
  return readOutline(json, limits).map(({ start, end }, index) => ({
    id: ids[index] ?? '',
    json: json.subarray(start, end),
  }));
}

function requireJson({ headers }: Answer): void {
  if (!/^application\/(?:[\w.-]+\+)?json\s*(?:;|$)/i.test(headers['content-type'] ?? ''))
    throw new Fault('upstream_content_type');
}

/** Bytes that are no UTF-8 become U+FFFD, here and not in each browser. */
function readUtf8(body: Buffer): { body: Buffer; text: string } {
  const text = new TextDecoder().decode(body);
  return { body: isUtf8(body) ? body : Buffer.from(text), text };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new Fault('upstream_not_json', { cause });
  }
}

function readShape(body: unknown): { links: PageLinks; data: unknown[] } {
  if (isObject(body) && Array.isArray(body.data)) {
    const links = pageLinks.safeParse(body.links);
    if (links.success) return { links: links.data, data: body.data };
  }
  throw new Fault('upstream_shape');
}

/** The rows as they go out, each as it came unless something in it must not. */
function writeRows(page: { body: Buffer; spans: readonly Span[]; data: unknown[] }, rules: ReplyRules) {
  const { limits, redact } = rules;
  const isRow = (value: unknown): value is ConferenceRow =>
    isObject(value) && 'id' in value && typeof value.id === 'string' && value.id.length <= limits.idLength;
  const tooDeep: string[] = [];
  const kept = page.spans.flatMap(({ start, end, depth }, index) => {
    const row = page.data[index];
    if (!isRow(row)) return [];
    if (depth <= limits.rowDepth) return [{ row, json: page.body.subarray(start, end) }];
    tooDeep.push(row.id);
    const lighter = leaveOutDeep(row, limits.rowDepth);
    return [{ row: lighter, json: Buffer.from(JSON.stringify(lighter)) }];
  });

  const redacted: string[] = [];
  // Asked of all of them at once: it is almost never so.
  const mayHold = redact.isIn(
    page.body,
    kept.map(({ row }) => row),
  );
  const rows = kept.map(({ row, json }) => {
    const { id } = row;
    if (!mayHold || !redact.isIn(json, row)) return { id, json };
    redacted.push(id);
    return { id, json: redact.json(json) };
  });
  return { rows, dropped: page.data.length - rows.length, tooDeep, redacted };
}

/** A value can be parsed at a depth at which no browser can write it again, or draw it. */
function leaveOutDeep(row: ConferenceRow, mostLevels: number): ConferenceRow {
  const isFlatEnough = ([, value]: [string, unknown]) => isWithin(value, mostLevels - 1);
  const fields = Object.entries(row);
  const left = fields.filter((field) => !isFlatEnough(field)).map(([name]) => name);
  return { ...Object.fromEntries(fields.filter(isFlatEnough)), id: row.id, [LEFT_OUT]: left };
}

/** Whether lists and objects are nested so deeply at most. Level by level: what calls itself ends at some depth too. */
function isWithin(value: unknown, mostLevels: number): boolean {
  const isNested = (inner: unknown): inner is object => typeof inner === 'object' && inner !== null;
  let level = [value].filter(isNested);
  for (let depth = 1; level.length > 0; depth += 1) {
    if (depth > mostLevels) return false;
    level = level.flatMap((inner) => Object.values(inner)).filter(isNested);
  }
  return true;
}
