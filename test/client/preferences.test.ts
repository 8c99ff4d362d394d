import { describe, expect, it } from 'vitest';
import { readPreferences } from '../../client/preferences.ts';

const defaults = readPreferences(null);

describe('what a browser has kept', () => {
  it.each(['', 'null', '[]', '7', '{"interval":', '{"columns":7,"interval":"10","scheme":"pink","keys":1}'])(
    'reads %j as the defaults',
    (text) => {
      expect(readPreferences(text)).toEqual(defaults);
    },
  );

  it('reads each column once, and only what is a word', () => {
    const text = JSON.stringify({ columns: ['name', 'id', 'name', ['status'], { id: 'id' }, 7, null] });
    expect(readPreferences(text).columns).toEqual(['name', 'id']);
  });

  it('keeps what is good beside what is bad', () => {
    const text = JSON.stringify({
      columns: ['name', 'nonsense', 'id'],
      interval: 10,
      scheme: 'dark',
      zone: 5,
    });
    expect(readPreferences(text)).toEqual({
      ...defaults,
      columns: ['name', 'id'],
      interval: 10,
      scheme: 'dark',
    });
  });
});
