import type { TimelineAnswer, TimelineBar } from '#contract/list.ts';
import { EVER, NEVER, ranksOf, statusOfRank } from '#contract/status.ts';
import type { Asking, Found } from './asking.ts';
import { END, START, valueName } from './facts.ts';
import { filterRange, without } from './filter.ts';
import { keep } from './keep.ts';
import { allOf, isOneOf, type Sql, sql } from './sql.ts';

/** More bars than this are too thin to be told apart. */
const MOST_BARS = 500;

/** So many pictures are kept: whoever looks at the same hours of the same question shares one. */
const MOST_KEPT = 100;

const RUNNING = [...ranksOf('overrunning'), ...ranksOf('live')];

/** What of a question is drawn. */
export interface TimelineSpan {
  /** what is on screen, ms; `until` does not belong to it */
  readonly from: number;
  readonly until: number;
  /** in so many equal parts */
  readonly buckets: number;
  /** so many more parts on either side, for a hand that pans */
  readonly margin: number;
  /** whether the conferences themselves are wanted */
  readonly bars: boolean;
}

/** Draws what a question leaves. Keeps each picture until a row or a status changes, or now comes to another part. */
export function createTimelines(): (asking: Asking, span: TimelineSpan) => TimelineAnswer {
  const nameOf = ({ store: { urgencies }, question, filter }: Asking, span: TimelineSpan) => {
    const { from, until, buckets, margin } = span;
    const present = Math.floor(((urgencies.now - from) * buckets) / (until - from));
    const isPresent = present >= -margin && present < buckets + margin;
    const moment = isPresent ? present : urgencies.now < from;
    return [urgencies.turns, moment, question.undated, without(filter), span];
  };
  return keep(MOST_KEPT, nameOf, drawTimeline);
}

/**
 * What a question leaves, over a span of time in equal parts: a window or a session counts in each part that it
 * touches, windows half open as ranges are. Of sessions only those that run now are known, from their start to now.
 */
export function drawTimeline(asking: Asking, span: TimelineSpan): TimelineAnswer {
  const { question, filter, count } = asking;
  const { now } = asking.store.urgencies;
  const step = (span.until - span.from) / span.buckets;
  const parts = span.buckets + 2 * span.margin;
  const from = Math.round(span.from - span.margin * step);
  const until = Math.round(span.until + span.margin * step);
  const edges = { from, until, parts };
  const seen = { from: span.from, until: span.until };
  const isSeen = filterRange({ match: 'overlaps', undated: question.undated }, seen, now);
  return {
    from,
    until,
    open: countWindows(asking, edges),
    running: countSessions(asking, edges),
    seen: { ...seen, count: count(allOf([without(filter, 'range'), isSeen])) },
    ...(span.bars ? findBars(asking, seen) : { bars: null, more: 0 }),
  };
}

interface Edges {
  readonly from: number;
  readonly until: number;
  readonly parts: number;
}

const OPENS = `coalesce(${START}, ${EVER})`;
const CLOSES = `coalesce(${END}, ${NEVER})`;
/** The last ms of a window; one that closes before it opens is the moment of its opening. */
const LAST = `max(${CLOSES} - 1, ${OPENS})`;

/** In which part an instant lies; what lies outside of the span is held to its edges. */
function partOf(instant: string, { from, until, parts }: Edges): Sql {
  const text = `CAST((min(max(${instant}, ?), ?) - ?) * ? / ? AS INTEGER)`;
  return sql(text, from, until - 1, from, parts, until - from);
}

/** How many windows are open at some moment of each part: one pass over the facts. */
function countWindows({ select, filter }: Asking, edges: Edges): number[] {
  const [first, last] = [partOf(OPENS, edges), partOf(LAST, edges)];
  const where = allOf([without(filter), sql(`${OPENS} < ?`, edges.until), sql(`${LAST} >= ?`, edges.from)]);
  const found = select(
    sql(
      `SELECT ${first.text} AS first, ${last.text} AS last, count(*) AS n FROM facts
       WHERE ${where.text} GROUP BY 1, 2`,
      ...first.values,
      ...last.values,
      ...where.values,
    ),
  );
  const turns = new Array<number>(edges.parts + 1).fill(0);
  const turn = (part: number, by: number) => {
    turns[part] = (turns[part] ?? 0) + by;
  };
  for (const row of found) {
    turn(Number(row.first), Number(row.n));
    turn(Number(row.last) + 1, -Number(row.n));
  }
  return addUp(turns).slice(0, edges.parts);
}

/**
 * Of the sessions that run now, how many had begun in each part. Null where nothing is known: later than now, and
 * where none of them had begun, for others may have met then.
 */
function countSessions({ select, filter, store }: Asking, edges: Edges): (number | null)[] {
  const { now } = store.urgencies;
  const present = Math.floor(((now - edges.from) * edges.parts) / (edges.until - edges.from));
  const start = `min(coalesce(started, ${now}), ${now})`;
  const part = partOf(start, edges);
  const where = allOf([without(filter), isOneOf('rank', RUNNING), sql(`${start} < ?`, edges.until)]);
  const found =
    now < edges.from
      ? []
      : select(
          sql(
            `SELECT ${part.text} AS part, count(*) AS n FROM facts WHERE ${where.text} GROUP BY 1`,
            ...part.values,
            ...where.values,
          ),
        );
  const begun = new Array<number>(edges.parts).fill(0);
  for (const row of found) begun[Number(row.part)] = Number(row.n);
  return addUp(begun).map((count, at) => (at === present || (at < present && count > 0) ? count : null));
}

function addUp(turns: readonly number[]): number[] {
  let over = 0;
  return turns.map((turn) => {
    over += turn;
    return over;
  });
}

/** What touches a span, the most urgent first. */
function findBars(
  { select, count, filter, store }: Asking,
  { from, until }: { from: number; until: number },
): Pick<TimelineAnswer, 'bars' | 'more'> {
  // What overruns is drawn on to now.
  const ends = sql(`CASE rank WHEN ${RUNNING[0]} THEN max(${LAST}, ?) ELSE ${LAST} END`, store.urgencies.now);
  const drawn = allOf([
    without(filter),
    sql(`${OPENS} < ?`, until),
    sql(`${ends.text} >= ?`, ...ends.values, from),
  ]);
  const bars = select(
    sql(
      `SELECT key, id, ${valueName('name')} AS title, rank, ${START} AS opens, ${END} AS closes, started, left_at
       FROM facts JOIN conferences USING (key) WHERE ${drawn.text} ORDER BY rank, urgency_at, key LIMIT ?`,
      ...drawn.values,
      MOST_BARS,
    ),
  ).map(toBar);
  return { bars, more: bars.length < MOST_BARS ? 0 : count(drawn) - bars.length };
}

function toBar({ key, id, title, rank, opens, closes, started, left_at }: Found): TimelineBar {
  const toInstant = (value: unknown) => (typeof value === 'number' ? value : null);
  return {
    key: Number(key),
    id: String(id),
    title: String(title ?? id),
    status: statusOfRank(Number(rank)),
    from: toInstant(opens),
    until: toInstant(closes),
    started: toInstant(started),
    left: toInstant(left_at),
  };
}
