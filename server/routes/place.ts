import type { RequestHandler } from 'express';
import { noteOf } from '../http/note.ts';
import { searchOf } from '../http/searchOf.ts';
import type { List } from '../list/list.ts';
import { findPlace } from '../list/place.ts';
import { readQuestion } from '../list/readQuestion.ts';
import { sendAnswer } from './answer.ts';

/** `GET /api/video/conferences/:id/place?question`: where a conference stands in the order of a question. */
export function createPlace(list: List): RequestHandler {
  return async function answerPlace(request, response) {
    noteOf(request).route = 'place';
    const { question } = readQuestion(searchOf(request));
    const place = findPlace(await list.ask(question), String(request.params.id));
    await sendAnswer(request, response, JSON.stringify(place), list.state());
  };
}
