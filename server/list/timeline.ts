import type { TimelineAnswer, TimelineBar } from '#contract/list.ts';
import { ranksOf, statusOfRank } from '#contract/status.ts';
import type { Asking, Found } from './ask.ts';
import { sortName, valueName } from './facts.ts';
import { without } from './filter.ts';
import { allOf, isOneOf, type Sql, sql } from './sql.ts';

/** More bars than this are a carpet of hairlines. */
const MOST_BARS = 500;

const START = sortName('join_from');
const END = sortName('join_until');
const RUNNING = [...ranksOf('overrunning'), ...ranksOf('live')];

/**
 * What a question leaves, over a span of time in equal parts: a window or a session counts in each part that it
 * touches. Of sessions only those that run now are known, from their start to now.
 */
export function drawTimeline(
  asking: Asking,
  { from, until }: { from: number; until: number },
  buckets: number,
): TimelineAnswer {
  const { select, count, filter, store } = asking;
  const now = store.urgencies.now;
  // A window that closes before it opens is drawn as the moment of its opening.
  const opens = sql(`coalesce(${START}, ?)`, Number.MIN_SAFE_INTEGER);
  const closes = sql(
    `max(coalesce(${END}, ?), coalesce(${START}, ?))`,
    Number.MAX_SAFE_INTEGER,
    Number.MIN_SAFE_INTEGER,
  );
  const isRunning = isOneOf('rank', RUNNING);
  const starts = sql('min(coalesce(started, ?), ?)', now, now);
  // What overruns is drawn on to now.
  const ends = sql(
    `CASE rank WHEN ${RUNNING[0]} THEN max(${closes.text}, ?) ELSE ${closes.text} END`,
    ...closes.values,
    now,
    ...closes.values,
  );

  const within = (start: Sql, end: Sql) =>
    allOf([
      without(filter),
      sql(`${start.text} < ?`, ...start.values, until),
      sql(`${end.text} >= ?`, ...end.values, from),
    ]);
  /** In how many rows an instant lies in each part; what lies outside of the span is held to its edges. */
  const tally = (instant: Sql, where: Sql): number[] => {
    const place = `CAST((min(max(${instant.text}, ?), ?) - ?) * ? / ? AS INTEGER)`;
    const values = [...instant.values, from, until - 1, from, buckets, until - from];
    const found = select(
      sql(
        `SELECT ${place} AS part, count(*) AS n FROM facts WHERE ${where.text} GROUP BY part`,
        ...values,
        ...where.values,
      ),
    );
    const counts = new Array<number>(buckets).fill(0);
    for (const { part, n } of found) counts[Number(part)] = Number(n);
    return counts;
  };
  const cover = (start: Sql, end: Sql, where: Sql) => addUp(tally(start, where), tally(end, where));

  const drawn = within(opens, ends);
  const bars = select(
    sql(
      `SELECT key, id, ${valueName('name')} AS title, rank, ${START} AS opens, ${END} AS closes, started
       FROM facts JOIN conferences USING (key) WHERE ${drawn.text} ORDER BY rank, urgency_at, key LIMIT ?`,
      ...drawn.values,
      MOST_BARS,
    ),
  ).map(toBar);
  return {
    from,
    until,
    open: cover(opens, closes, within(opens, closes)),
    running: cover(starts, sql('?', now), allOf([isRunning, within(starts, sql('?', now))])),
    bars,
    more: count(drawn) - bars.length,
  };
}

/** How many lie over each part, from how many begin and how many end in it. */
function addUp(starts: readonly number[], ends: readonly number[]): number[] {
  let over = 0;
  return starts.map((started, part) => {
    const here = over + started;
    over = here - (ends[part] ?? 0);
    return here;
  });
}

function toBar({ key, id, title, rank, opens, closes, started }: Found): TimelineBar {
  const toInstant = (value: unknown) => (typeof value === 'number' ? value : null);
  return {
    key: Number(key),
    id: String(id),
    title: String(title ?? id),
    status: statusOfRank(Number(rank)),
    from: toInstant(opens),
    until: toInstant(closes),
    started: toInstant(started),
  };
}
