import type { RequestHandler } from 'express';
import { FIRST_INSTANT, LAST_INSTANT } from '#contract/range/resolve.ts';
import { toInvalid } from '../conferences/refusal.ts';
import { InvalidQuery } from '../http/Fault.ts';
import { noteOf } from '../http/note.ts';
import { searchOf } from '../http/searchOf.ts';
import type { List } from '../list/list.ts';
import { readQuestion, requireNumber } from '../list/readQuestion.ts';
import { sendAnswer } from './answer.ts';

const INSTANT = { least: FIRST_INSTANT, most: LAST_INSTANT };

const BUCKETS = { least: 1, most: 500 };

const MARGIN = { least: 0, most: 250 };

const BARS = { least: 0, most: 1 };

const OWN = ['span_from', 'span_to', 'buckets', 'margin', 'bars'];

/**
 * `GET /api/video/conferences/timeline?question&span_from=ms&span_to=ms&buckets=n&margin=n&bars=0|1`: the picture of a
 * question. With its bars it is many times as large.
 */
export function createTimeline(list: List): RequestHandler {
  return async function answerTimeline(request, response) {
    noteOf(request).route = 'timeline';
    const { question, own } = readQuestion(searchOf(request), OWN);
    const from = requireNumber(own, 'span_from', INSTANT);
    const until = requireNumber(own, 'span_to', INSTANT);
    const buckets = requireNumber(own, 'buckets', BUCKETS);
    const margin = requireNumber(own, 'margin', MARGIN);
    const bars = requireNumber(own, 'bars', BARS) === 1;
    if (until <= from) throw new InvalidQuery([toInvalid('span_to', 'span_to must be after span_from.')]);
    const answer = list.draw(await list.ask(question), { from, until, buckets, margin, bars });
    await sendAnswer(request, response, JSON.stringify(answer), list.state());
  };
}
