import { focusManager, queryOptions, useQuery } from '@tanstack/react-query';
import { useEffect, useState, useSyncExternalStore } from 'react';
import type { TimelineAnswer } from '#contract/list.ts';
import { FIRST_INSTANT, LAST_INSTANT } from '#contract/range/resolve.ts';
import { CONFERENCES_PATH } from '#contract/values.ts';
import { createAsker, hasField } from '../api/createAsker.ts';
import type { Span } from './bars.ts';
import { stepOf } from './span.ts';

/** The answer with bars is the largest that the board asks for: no more often than this, ms. */
const CALM_MS = 10_000;

/** After a failure, ms. */
const AGAIN_MS = 10_000;

const ask = createAsker(8, hasField<TimelineAnswer>('bars'));

/** What is asked of the server, as its query says it. */
interface Asked {
  readonly from: number;
  readonly until: number;
  readonly buckets: number;
}

/**
 * The span to ask for: what is on screen and a quarter of it on either side, for a hand that pans, in parts that are
 * round on the clock. Their edges lie where the lines of the axis do, and a sight that moves on a little asks the
 * same again.
 */
export function toAsked(sight: Span): Asked {
  const margin = (sight.end - sight.start) / 4;
  const step = stepOf(sight, 1 / 320);
  // The years before 1 and after 9999 have nothing in them, and no name in a range.
  const from = Math.max(Math.floor((sight.start - margin) / step) * step, FIRST_INSTANT);
  const until = Math.min(Math.ceil((sight.end + margin) / step) * step, LAST_INSTANT);
  return { from, until, buckets: Math.max(1, Math.round((until - from) / step)) };
}

interface TimelineOptions {
  /** as `writeQuestion` writes it, without page, rows and order */
  question: string;
  /** changes with the list; null while nothing is known of it, and nothing is asked */
  rev: string | null;
  /** the span on screen, at rest */
  sight: Span;
  /** ms */
  now: number;
}

const timelineQuery = ({ question, rev, sight, now }: TimelineOptions) => {
  const { from, until, buckets } = toAsked(sight);
  // Sessions run up to now, and so the picture goes on with it, by steps that can be seen.
  const step = stepOf(sight, 1 / 200);
  const present = now < from || now > until ? null : Math.floor(now / step);
  return queryOptions({
    queryKey: ['timeline', question, from, until, buckets, rev, present],
    queryFn: async ({ signal }) => {
      const span = `span_from=${from}&span_to=${until}&buckets=${buckets}`;
      const { body } = await ask(
        `${CONFERENCES_PATH}/timeline?${question === '' ? '' : `${question}&`}${span}`,
        signal,
      );
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
  const rev = useCalm(options.rev);
  const isSeen = useSyncExternalStore(subscribeToFocus, () => focusManager.isFocused());
  const { data, error } = useQuery({
    ...timelineQuery({ ...options, rev }),
    enabled: rev !== null && isSeen,
  });
  const [answer, setAnswer] = useState<TimelineAnswer | null>(null);
  if (data !== undefined && data !== answer) setAnswer(data);
  return { answer: data ?? answer, error };
}

const subscribeToFocus = (listener: () => void) => focusManager.subscribe(listener);

/** A value that changes at once the first time, and then at most every ten seconds. */
function useCalm<Value>(value: Value): Value {
  const [calm, setCalm] = useState({ value, since: Number.NEGATIVE_INFINITY });
  useEffect(() => {
    if (value === calm.value) return;
    const wait = Math.max(0, calm.since + CALM_MS - performance.now());
    const timer = setTimeout(() => setCalm({ value, since: performance.now() }), wait);
    return () => clearTimeout(timer);
  }, [value, calm]);
  return calm.value;
}
