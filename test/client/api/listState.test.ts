import { expect, it } from 'vitest';
import { LIST_HEADER } from '#contract/list.ts';
import { readListState } from '../../../client/api/listState.ts';
import { readMoment } from '../../../client/clock.ts';

const STATE = {
  epoch: 'first',
  rev: 7,
  now: 1_000,
  asOf: null,
  whole: false,
  loaded: 50,
  trouble: { code: 'upstream_timeout', since: 900 },
  waitingSince: null,
  nextAt: null,
  askableAt: null,
  nextChange: null,
  warnings: ['limit'],
  dropped: 0,
};

const read = (text: string | null) =>
  readListState({
    headers: new Headers(text === null ? {} : { [LIST_HEADER]: text }),
    asked: readMoment(),
    answered: readMoment(),
  });

it('reads where the list stands', () => {
  expect(read(JSON.stringify(STATE))).toEqual(STATE);
});

it.each([
  ['nothing', null],
  ['no JSON', 'hello'],
  ['no object', '7'],
  ['no epoch', JSON.stringify({ ...STATE, epoch: undefined })],
  ['a rev in words', JSON.stringify({ ...STATE, rev: '7' })],
  ['a trouble that nobody knows', JSON.stringify({ ...STATE, trouble: { code: 'gremlins', since: 1 } })],
  ['warnings that are no list', JSON.stringify({ ...STATE, warnings: 'limit' })],
])('takes no answer for the board’s that says %s of it', (_, text) => {
  expect(() => read(text)).toThrow('Something other than the board answered.');
});
