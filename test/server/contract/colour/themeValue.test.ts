import { describe, expect, it } from 'vitest';
import { readCellValue } from '#contract/cellValues.ts';
import { countOwnColours, isOwnTheme, rateThemes, readTheme } from '#contract/colour/theme.ts';
import { readThemeValue, writeThemeValue } from '#contract/colour/themeValue.ts';
import { readConference } from '#contract/readConference.ts';

const REST = 'ffffff-1d2127-17bb58-f42c50-044ef4-ffffff-1d2127-17bb58-f42c50';

const LONG = 'a colour that somebody described at length';

describe('one notion of a colour of its own', () => {
  it.each([
    ['missing', undefined, 'inherited', null, 'default', 'default'],
    ['null', null, 'inherited', null, 'default', 'default'],
    ['the default', '#044EF4', 'default', 0, 'default', 'default'],
    ['the default in small letters', '#044ef4', 'default', 0, 'default', 'default'],
    ['a colour', '#0B5FFF', 'own', 1, `0b5fff-${REST}`, 'fails'],
    ['a colour in small letters', '#0b5fff', 'own', 1, `0b5fff-${REST}`, 'fails'],
    ['a word', 'red', 'invalid', 1, `~red-${REST}`, 'unmeasured'],
    ['three digits', '#fff', 'invalid', 1, `~#fff-${REST}`, 'unmeasured'],
    ['eight digits', '#044EF4FF', 'invalid', 1, `~#044EF4FF-${REST}`, 'unmeasured'],
    ['digits without their sign', '0B5FFF', 'invalid', 1, `~0B5FFF-${REST}`, 'unmeasured'],
    ['a name with dashes', 'my-brand-colour', 'invalid', 1, `~my%2Dbrand%2Dcolour-${REST}`, 'unmeasured'],
    ['a long text', LONG, 'invalid', 1, `~a colour that somebody d-${REST}`, 'unmeasured'],
    ['a number', 7, 'invalid', 1, `~7-${REST}`, 'unmeasured'],
  ] as const)(
    'is the same for drawer, cell, filter and order: %s',
    (_, sent, source, count, value, rating) => {
      const row = { id: 'a', dark_primary: sent };
      const conference = readConference(row);
      const colours = readTheme(conference, 'dark');
      expect(colours.primary.source).toBe(source);
      expect(isOwnTheme(colours)).toBe(value !== 'default');
      expect([countOwnColours(row), countOwnColours(conference)]).toEqual([count, count]);
      expect([writeThemeValue(row), readCellValue('theme', row)]).toEqual([value, value]);
      expect(rateThemes(conference)).toBe(rating);
    },
  );
});

describe('the value of a theme', () => {
  it.each([
    ['#0B5FFF', '#0b5fff'],
    ['red', 'red'],
    ['0b5fff', '0b5fff'],
    ['my-brand-colour', 'my-brand-colour'],
    ['100%-%2D~', '100%-%2D~'],
    ['', ''],
    [LONG, 'a colour that somebody d'],
  ])('gives %j back as %j', (sent, shown) => {
    const value = writeThemeValue({ id: 'a', dark_primary: '#123456', light_primary: sent });
    expect(readThemeValue(value)?.light.primary).toBe(shown);
    expect(readThemeValue(value)?.dark.primary).toBe('#123456');
    expect(readThemeValue(value)?.light.negative).toBe('#f42c50');
  });

  it.each(['default', '', 'red', '044ef4-ffffff', `${REST}-${REST}`])(
    'is none that can be read in %j',
    (value) => {
      expect(readThemeValue(value)).toBeNull();
    },
  );
});
