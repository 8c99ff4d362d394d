import type { RequestHandler } from 'express';
import { FACET_COLUMNS } from '#contract/list.ts';
import { Fault } from '../http/Fault.ts';
import { noteOf } from '../http/note.ts';
import { searchOf } from '../http/searchOf.ts';
import { findFacet } from '../list/facets.ts';
import type { List } from '../list/list.ts';
import { readQuestion } from '../list/readQuestion.ts';
import { sendAnswer } from './answer.ts';

/** `GET /api/video/conferences/facets/:column?question`: the values of a column, with counts. */
export function createFacet(list: List): RequestHandler {
  return async function answerFacet(request, response) {
    noteOf(request).route = 'facet';
    const column = FACET_COLUMNS.find((known) => known === request.params.column);
    if (column === undefined) throw new Fault('not_found');
    const { question } = readQuestion(searchOf(request));
    const asking = await list.ask(question);
    const answer = findFacet(asking, column, list.count(asking).statuses);
    await sendAnswer(request, response, JSON.stringify(answer), list.state());
  };
}
