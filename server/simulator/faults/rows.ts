import { HOSTILE_PATCHES } from '../space/hostile.ts';
import { type Fault, replyChanged } from './fault.ts';

/** Parses to rows and metadata with an own key `__proto__`, which an object literal cannot have. */
const PROTOTYPE_KEYS =
  '{"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}},"toString":"x","hasOwnProperty":1}';

/** Status 200 and JSON, with a shape or rows that were never promised. */
export const ROW_FAULTS = {
  'wrong-shape': {
    says: 'A list where the page should be.',
    play: (exchange) => replyChanged(exchange, ({ data }) => data),
  },
  'wrong-shape-null': {
    says: 'The JSON value null.',
    play: (exchange) => replyChanged(exchange, () => null),
  },
  'wrong-shape-links': {
    says: 'Links that are a string.',
    play: (exchange) => replyChanged(exchange, ({ data }) => ({ links: 'none', data })),
  },
  'no-links': {
    says: 'No links at all.',
    play: (exchange) => replyChanged(exchange, ({ data }) => ({ data })),
  },
  'wrong-shape-data': {
    says: 'Data that is an object.',
    play: (exchange) => replyChanged(exchange, ({ links, data }) => ({ links, data: { ...data } })),
  },
  'bad-rows': {
    says: 'Seven rows that are no object or have no string id, among the ordinary ones.',
    play: (exchange) =>
      replyChanged(exchange, ({ links, data }) => ({
        links,
        data: [null, 7, 'a row', [], {}, { id: 7 }, ...data, { id: null, name: 'nameless' }],
      })),
  },
  'strange-rows': {
    says: 'Rows with unknown enum values, dates that are none, fields missing and fields never heard of.',
    play: (exchange) =>
      replyChanged(exchange, ({ links, data }) => ({
        links,
        data: data.map(({ id, name, active_session }, index) => ({
          id,
          name: index % 2 === 0 ? name : 42,
          layout: 'hologram-9',
          quality: '8k',
          size: 'gigantic',
          join_from: 'next Tuesday',
          join_until: '2026-02-31T25:61:00Z',
          a_new_field: { of: ['next', 'year'] },
          active_session:
            active_session === undefined ? 'none' : { ...active_session, status: 'paused', fps: 24.5 },
        })),
      })),
  },
  'duplicate-ids': {
    says: 'Every row of the page twice.',
    play: (exchange) => replyChanged(exchange, ({ links, data }) => ({ links, data: [...data, ...data] })),
  },
  'prototype-keys': {
    says: 'Keys __proto__, constructor and the like in every row and its meta.',
    play: (exchange) =>
      replyChanged(exchange, ({ links, data }) => ({
        links,
        data: data.map((row) => {
          const spoilt: Record<string, unknown> = JSON.parse(PROTOTYPE_KEYS);
          const meta: unknown = JSON.parse(PROTOTYPE_KEYS);
          return Object.assign(spoilt, row, { meta });
        }),
      })),
  },
  'hostile-strings': {
    says: 'Markup, scripts, CSS and control characters in names, texts, colours and metadata of every row.',
    play: (exchange) =>
      replyChanged(exchange, ({ links, data }) => ({
        links,
        data: data.map((row, index) => ({ ...row, ...HOSTILE_PATCHES[index % HOSTILE_PATCHES.length] })),
      })),
  },
} satisfies Record<string, Fault>;
