import type { RequestHandler } from 'express';
import { toInvalid } from '../conferences/refusal.ts';
import { Fault, InvalidQuery } from '../http/Fault.ts';
import { noteOf } from '../http/note.ts';
import { searchOf } from '../http/searchOf.ts';
import type { List } from '../list/list.ts';
import { sendAnswer } from './answer.ts';

/**
 * `GET /api/video/conferences/:id`: one conference as SignalWire sent it. SignalWire has no such
 * endpoint; its clients' `get` can read this one. While the list is not whole, an id that is not there may yet come.
 */
export function createConference(list: List): RequestHandler {
  return async function answerConference(request, response) {
    noteOf(request).route = 'conference';
    if (searchOf(request) !== '')
      throw new InvalidQuery([toInvalid('query', 'One conference is asked for without parameters.')]);
    list.refresh.asked();
    const found = list.store.find(String(request.params.id));
    if (found === null) throw new Fault(list.refresh.state().whole ? 'not_found' : 'not_loaded_yet');
    await sendAnswer(request, response, found.text, list.state());
  };
}
