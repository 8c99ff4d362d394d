import { describe, expect, it } from 'vitest';
import { measurePair, PAIRS, readTheme, themeFails } from '#contract/colour/theme.ts';
import { readConference } from '#contract/readConference.ts';
import { DEFAULT_COLOURS } from '#contract/values.ts';

const DEFAULTS = Object.fromEntries(
  Object.entries(DEFAULT_COLOURS).flatMap(([role, colour]) => [
    [`dark_${role}`, colour],
    [`light_${role}`, colour],
  ]),
);

/** A conference with the documented defaults but for some colours. */
const themed = (colours: Record<string, unknown> = {}) =>
  readConference({ id: 'a', ...DEFAULTS, ...colours });

const READABLE = {
  dark_primary: '#7AA2FF',
  dark_background: '#0E1320',
  dark_foreground: '#E8ECF6',
  dark_success: '#3FCF8E',
  dark_negative: '#FF7A85',
};

describe('a theme', () => {
  it('says of each colour whose it is', () => {
    const colours = readTheme(
      themed({
        dark_primary: '#abcdef',
        dark_background: '#ffffff',
        dark_success: null,
        dark_negative: 'red',
      }),
      'dark',
    );
    expect(colours.primary).toEqual({ text: '#abcdef', source: 'own', hex: '#abcdef' });
    expect(colours.background.source).toBe('default');
    expect(colours.foreground.source).toBe('default');
    expect(colours.success).toEqual({ text: null, source: 'inherited', hex: DEFAULT_COLOURS.success });
    expect(colours.negative).toEqual({ text: 'red', source: 'invalid', hex: null });
  });

  it('cannot be measured where a colour is none', () => {
    const colours = readTheme(themed({ dark_background: 'url(https://evil.example)' }), 'dark');
    expect(PAIRS.map((pair) => measurePair(colours, pair)?.ratio.toFixed(2) ?? null)).toEqual([
      null,
      null,
      null,
      null,
      '6.17',
    ]);
  });
});

describe('a theme that fails', () => {
  it('is never one that nobody chose, though the documented defaults miss AA', () => {
    expect(themeFails(themed())).toBe(false);
    expect(themeFails(readConference({ id: 'a' }))).toBe(false);
    expect(themeFails(themed({ dark_background: '#ffffff', light_primary: '#044ef4' }))).toBe(false);
  });

  it('is none whose every pair can be read', () => {
    expect(themeFails(themed(READABLE))).toBe(false);
    expect(themeFails(themed({ ...READABLE, dark_success: null }))).toBe(false);
  });

  it.each(['dark_foreground', 'dark_primary', 'dark_success', 'dark_negative'])(
    'is one whose %s is hard to read on its background',
    (field) => {
      expect(themeFails(themed({ ...READABLE, [field]: '#2A3146' }))).toBe(true);
    },
  );

  it('is one with a colour of its own that leaves the unreadable defaults beside it', () => {
    expect(themeFails(themed({ light_primary: '#0B5FFF' }))).toBe(true);
  });

  it('is not made one by a text that is no colour', () => {
    expect(themeFails(themed({ dark_primary: 'red;}', light_negative: '</style>' }))).toBe(false);
    expect(themeFails(themed({ ...READABLE, dark_success: 'red;}' }))).toBe(false);
  });
});
