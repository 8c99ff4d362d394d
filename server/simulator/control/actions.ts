import { z } from 'zod';
import { conference } from '#contract/conference.ts';
import { type FaultName, isFaultName } from '../faults/faults.ts';
import { quirksSchema } from '../quirks.ts';
import type { Controlled } from './controlled.ts';
import { describeState } from './state.ts';

/** One thing that can be done over the control path. */
export interface Action {
  method: 'POST' | 'PATCH' | 'DELETE' | 'GET';
  /** `:id` stands for the id of a conference */
  path: string;
  says: string;
  /** a body that works, as an example */
  example?: object;
  /** Does it and gives the answer's body. Throws a ZodError for a wrong body, a RangeError for an unknown id. */
  run(simulator: Controlled, body: unknown, id: string): unknown;
}

const faultName = z.custom<FaultName>(isFaultName, 'is no fault; GET /control lists them');
const faultBody = z.strictObject({
  fault: faultName.nullable(),
  count: z.int().min(1).optional(),
  match: z.string().optional(),
});
/** ms since 1970, up to the end of the year 9999 */
const instant = z.union([
  z.iso.datetime({ offset: true }).transform((text) => Date.parse(text)),
  z.int().min(0).max(253_402_300_799_999),
]);
const clockBody = z.strictObject({
  now: instant.optional(),
  advance: z.number().min(-1e10).max(1e10).optional(),
  frozen: z.boolean().optional(),
});
const fieldsBody = z.looseObject(conference.partial().shape);
const endBody = z.strictObject({ completed: z.boolean().optional() });

export const ACTIONS: readonly Action[] = [
  {
    method: 'POST',
    path: '/control/fault',
    says: 'Plays a fault for the next `count` requests of the list (all without a count; null ends it) that contain `match`.',
    example: { fault: '429', count: 3, match: 'page_number=1' },
    run(simulator, body) {
      const { fault, count, match } = faultBody.parse(body);
      simulator.setFault(fault, count, match);
      return describeState(simulator);
    },
  },
  {
    method: 'POST',
    path: '/control/quirks',
    says: 'Changes the named quirks and leaves the others.',
    example: { next: 'null', order: 'shuffled' },
    run(simulator, body) {
      simulator.setQuirks(quirksSchema.partial().parse(body));
      return describeState(simulator);
    },
  },
  {
    method: 'POST',
    path: '/control/latency',
    says: 'Holds every answer of the list back for so many milliseconds.',
    example: { latency: 200 },
    run(simulator, body) {
      simulator.setLatency(z.strictObject({ latency: z.int().min(0).max(600_000) }).parse(body).latency);
      return describeState(simulator);
    },
  },
  {
    method: 'POST',
    path: '/control/clock',
    says: 'Sets the time (RFC 3339, or ms since 1970), advances it by seconds, freezes it or lets it run on.',
    example: { now: '2026-03-01T09:00:00Z', frozen: true },
    run(simulator, body) {
      const { now, advance, frozen } = clockBody.parse(body);
      // Frozen before it is set: between the two a millisecond may pass.
      if (frozen === true) simulator.clock.freeze();
      if (frozen === false) simulator.clock.resume();
      if (now !== undefined) simulator.clock.set(now);
      if (advance !== undefined) simulator.clock.advance(advance * 1000);
      return describeState(simulator);
    },
  },
  {
    method: 'POST',
    path: '/control/conferences',
    says: 'Adds a conference with these fields and gives its id; it is live only when you start a session.',
    example: { display_name: 'Added by hand', join_until: null },
    run: (simulator, body) => ({ id: simulator.add(fieldsBody.parse(body)) }),
  },
  {
    method: 'PATCH',
    path: '/control/conferences/:id',
    says: 'Sets fields of a conference.',
    example: { display_name: 'Renamed by hand' },
    run(simulator, body, id) {
      simulator.edit(id, fieldsBody.parse(body));
      return { id };
    },
  },
  {
    method: 'DELETE',
    path: '/control/conferences/:id',
    says: 'Removes a conference.',
    run(simulator, _body, id) {
      simulator.remove(id);
      return { id };
    },
  },
  {
    method: 'POST',
    path: '/control/conferences/:id/session',
    says: 'Makes a conference live.',
    run(simulator, _body, id) {
      simulator.startSession(id);
      return { id };
    },
  },
  {
    method: 'DELETE',
    path: '/control/conferences/:id/session',
    says: 'Ends the session of a conference; with completed it goes on standing there as completed.',
    example: { completed: true },
    run(simulator, body, id) {
      simulator.endSession(id, endBody.parse(body).completed);
      return { id };
    },
  },
  {
    method: 'GET',
    path: '/control/requests',
    says: 'The latest 1,000 requests, oldest first.',
    run: ({ requestsSeen, requests }) => ({ seen: requestsSeen, requests }),
  },
  {
    method: 'DELETE',
    path: '/control/requests',
    says: 'Forgets the requests so far.',
    run(simulator) {
      simulator.clearRequests();
      return describeState(simulator);
    },
  },
];
