import type { RequestHandler } from 'express';
import type { NewsAnswer, PageAnswer } from '#contract/list.ts';
import { ROWS_PER_PAGE } from '#contract/view/view.ts';
import { toInvalid } from '../conferences/refusal.ts';
import { InvalidQuery } from '../http/Fault.ts';
import { noteOf } from '../http/note.ts';
import { searchOf } from '../http/searchOf.ts';
import type { Asking } from '../list/asking.ts';
import type { List } from '../list/list.ts';
import { findNews, type News } from '../list/news.ts';
import { findTexts } from '../list/page.ts';
import { readQuestion, requireNumber } from '../list/readQuestion.ts';
import { sendAnswer, writeObject, writeRows } from './answer.ts';

/** The most rows that anybody shows at once. */
const MOST_HELD = Math.max(...ROWS_PER_PAGE);

/**
 * `GET /api/video/conferences/search?question`: one page of what the question leaves. With `hold`, `rev` and `epoch`
 * only what is new to somebody who shows those rows; `fresh=1` asks for a walk to begin if one may.
 */
export function createSearch(list: List): RequestHandler {
  return async function answerSearch(request, response) {
    noteOf(request).route = 'search';
    const { question, own } = readQuestion(searchOf(request), ['hold', 'rev', 'epoch', 'fresh']);
    const held = readHeld(own);
    if (own.get('fresh') === '1') list.refresh.wish();
    await list.refresh.firstRows();
    // To count and to find a page have a turn each, for the first letter of a search takes its time for both.
    list.count(await list.ask(question));
    const asking = await list.ask(question);
    const keys = list.page(asking);
    const news = held?.epoch === list.store.epoch ? findNews(asking, keys, held) : null;
    const json = news === null ? writePage(list, asking, keys) : writeNews(list, asking, news);
    await sendAnswer(request, response, json, list.state());
  };
}

function readHeld(own: ReadonlyMap<string, string>) {
  const hold = own.get('hold');
  if (hold === undefined) return null;
  const keys = hold === '' ? [] : hold.split(',').map(Number);
  if (keys.length > MOST_HELD || !keys.every((key) => Number.isSafeInteger(key) && key > 0))
    throw new InvalidQuery([
      toInvalid('hold', `hold must be at most ${MOST_HELD} keys, separated by commas.`),
    ]);
  const rev = requireNumber(own, 'rev', { least: 0, most: Number.MAX_SAFE_INTEGER });
  return { keys, rev, epoch: own.get('epoch') };
}

function writePage(list: List, asking: Asking, keys: readonly number[]): string {
  const page: Omit<PageAnswer, 'rows'> = {
    kind: 'page',
    ...list.count(asking),
    range: asking.resolved.range,
  };
  return writeObject(page, 'rows', writeRows(findTexts(asking, keys)));
}

function writeNews(list: List, asking: Asking, { changed, ...rest }: News): string {
  const news: Omit<NewsAnswer, 'changed'> = { kind: 'news', ...list.count(asking), ...rest };
  return writeObject(news, 'changed', writeRows(changed));
}
