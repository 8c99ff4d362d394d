import { describe, expect, it } from 'vitest';
import { abbreviate } from '../../../../client/range/zone/abbreviations.ts';

describe('the short names of a zone', () => {
  it.each([
    ['Eastern Standard Time', ['EST', 'ET']],
    ['Central European Summer Time', ['CEST', 'CET']],
    ['Greenwich Mean Time', ['GMT']],
    ['Moscow Standard Time', ['MSK', 'MST', 'MT']],
    ['GMT+03:00', []],
  ])('of “%s” are %s', (name, expected) => {
    expect(abbreviate(name)).toEqual(expected);
  });
});
