import { focusManager, queryOptions, useQuery } from '@tanstack/react-query';
import { useEffect, useState, useSyncExternalStore } from 'react';
import type { TimelineAnswer } from '#contract/list.ts';
import { FIRST_INSTANT, LAST_INSTANT } from '#contract/range/resolve.ts';
import { createAsker, hasField } from '../api/createAsker.ts';
import { askList } from '../api/listState.ts';
import type { Span } from './bars.ts';
import { stepOf } from './span.ts';

/** No more often than this, ms; with bars the answer is the largest that the board asks for. */
const CALM_MS = 10_000;
const CALM_BARS_MS = 60_000;

/** After a failure, ms. */
const AGAIN_MS = 10_000;

const ask = createAsker(8, hasField<TimelineAnswer>('seen'));

/** What is asked of the server, as its query says it. */
interface Asked {
  readonly from: number;
  readonly until: number;
  readonly buckets: number;
  /** how many more parts on either side */
  readonly margin: number;
}

/**
 * The span to ask for: what is on screen, in parts that are round on the clock, and a quarter of it on either side for
 * a hand that pans. The edges of the parts lie where the lines of the axis do, and a sight that moves on a little asks
 * the same again.
 */
export function toAsked(sight: Span): Asked {
  const step = stepOf(sight, 1 / 320);
  // The years before 1 and after 9999 have nothing in them, and no name in a range.
  const within = (instant: number) => Math.min(Math.max(instant, FIRST_INSTANT), LAST_INSTANT);
  const from = within(Math.floor(sight.start / step) * step);
  const until = Math.max(within(Math.ceil(sight.end / step) * step), from + 1);
  const buckets = Math.max(1, Math.round((until - from) / step));
  return { from, until, buckets, margin: Math.ceil(buckets / 4) };
}

interface TimelineOptions {
  /** as `writeSelection` writes it */
  question: string;
  /** changes with the list; null while nothing is known of it, and nothing is asked */
  moment: string | null;
  /** nothing is asked while something else comes first */
  waits: boolean;
  /** the span on screen, at rest */
  sight: Span;
  /** whether the conferences themselves are drawn */
  bars: boolean;
  /** ms */
  now: number;
}

const timelineQuery = ({ question, moment, sight, bars, now }: Omit<TimelineOptions, 'waits'>) => {
  const { from, until, buckets, margin } = toAsked(sight);
  // Sessions run up to now, and so the picture goes on with it, by steps that can be seen.
  const step = stepOf(sight, 1 / 200);
  const present = now < from || now > until ? null : Math.floor(now / step);
  return queryOptions({
    queryKey: ['timeline', question, from, until, bars, moment, present],
    queryFn: async ({ signal }) => {
      const span = `span_from=${from}&span_to=${until}&buckets=${buckets}&margin=${margin}&bars=${Number(bars)}`;
      const { body } = await askList(ask, `timeline?${question === '' ? '' : `${question}&`}${span}`, signal);
      return body;
    },
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: CALM_MS,
    refetchInterval: ({ state }) => (state.status === 'error' ? AGAIN_MS : false),
  });
};

/**
 * The picture of a question over a span, asked again with each news of the list and as time goes on, and not at all
 * while the page is hidden. The last answer stays until the next is there; null before the first.
 */
export function useTimelineAnswer(options: TimelineOptions): {
  answer: TimelineAnswer | null;
  error: Error | null;
} {
  const moment = useCalm(options.moment, options.bars ? CALM_BARS_MS : CALM_MS);
  const isSeen = useSyncExternalStore(subscribeToFocus, () => focusManager.isFocused());
  const { data, error } = useQuery({
    ...timelineQuery({ ...options, moment }),
    enabled: moment !== null && isSeen && !options.waits,
  });
  const [answer, setAnswer] = useState<TimelineAnswer | null>(null);
  if (data !== undefined && data !== answer) setAnswer(data);
  return { answer: data ?? answer, error };
}

const subscribeToFocus = (listener: () => void) => focusManager.subscribe(listener);

/** A value that changes at once the first time, and then no more often than every so many ms. */
function useCalm<Value>(value: Value, pause: number): Value {
  const [calm, setCalm] = useState({ value, since: Number.NEGATIVE_INFINITY });
  useEffect(() => {
    if (value === calm.value) return;
    const wait = Math.max(0, calm.since + pause - performance.now());
    const timer = setTimeout(() => setCalm({ value, since: performance.now() }), wait);
    return () => clearTimeout(timer);
  }, [value, calm, pause]);
  return calm.value;
}
