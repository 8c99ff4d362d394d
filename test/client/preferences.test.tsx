import { act, renderHook } from '@testing-library/react';
import { beforeEach, describe, expect, it } from 'vitest';
import { readPreferences, usePreferences } from '../../client/preferences.ts';

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

it('keeps widths of columns that are of use, and no others', () => {
  const text = JSON.stringify({
    widths: { size: 9, name: 1, layout: 1e9, nonsense: 5, id: '7' },
    density: 'roomy',
  });
  expect(readPreferences(text)).toEqual({
    ...defaults,
    widths: { size: 9, name: 4, layout: 60 },
    density: 'roomy',
  });
});

describe('two pages of one browser', () => {
  const KEY = 'callboard.preferences';
  const kept = () => readPreferences(localStorage.getItem(KEY));

  /** What another page writes: this one hears of it at once, or not at all. */
  function writeElsewhere(change: object, isHeard: boolean) {
    localStorage.setItem(KEY, JSON.stringify({ ...kept(), ...change }));
    if (isHeard) act(() => window.dispatchEvent(new StorageEvent('storage', { key: KEY })));
  }

  beforeEach(() => localStorage.clear());

  it('keep both, when one hides a column and the other chooses an interval', () => {
    const { result } = renderHook(() => usePreferences());
    act(() => result.current[1]({ scheme: 'dark' }));
    writeElsewhere({ columns: ['name', 'id'] }, false);
    act(() => result.current[1]({ interval: 10 }));
    expect(kept()).toMatchObject({ scheme: 'dark', columns: ['name', 'id'], interval: 10 });
    expect(result.current[0]).toEqual(kept());
  });

  it('keep the widths of the one beside the density of the other', () => {
    const { result } = renderHook(() => usePreferences());
    act(() => result.current[1]({ widths: { size: 9 } }));
    writeElsewhere({ density: 'roomy' }, false);
    act(() => result.current[1]({ timeline: true }));
    expect(kept()).toMatchObject({ widths: { size: 9 }, density: 'roomy', timeline: true });
  });

  it('see what the other one changes', () => {
    const { result } = renderHook(() => usePreferences());
    writeElsewhere({ interval: 60 }, true);
    expect(result.current[0].interval).toBe(60);
  });
});
