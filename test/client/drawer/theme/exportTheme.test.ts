import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { measurePair, PAIRS, readTheme } from '#contract/colour/theme.ts';
import { THEME_ROLES, THEMES } from '#contract/values.ts';
import {
  writeCorrectedCss,
  writeThemeCss,
  writeThemeJson,
} from '../../../../client/drawer/theme/exportTheme.ts';
import { makeConference } from '../conferences.ts';

const conference = makeConference({
  dark_primary: '#abcdef',
  dark_success: null,
  dark_negative: 'red;}body{display:none}',
});

describe('the export of a theme', () => {
  it('writes custom properties, defaults for what inherits, and nothing of what is no colour', () => {
    expect(writeThemeCss(conference)).toBe(`:root {
  --dark-primary: #abcdef;
  --dark-background: #FFFFFF;
  --dark-foreground: #1D2127;
  --dark-success: #17BB58; /* inherits the default */
  /* --dark-negative is no colour */
  --light-primary: #044EF4;
  --light-background: #FFFFFF;
  --light-foreground: #1D2127;
  --light-success: #17BB58;
  --light-negative: #F42C50;
}
`);
  });

  it('writes JSON by theme and role, null for what inherits and for what is no colour', () => {
    expect(JSON.parse(writeThemeJson(conference))).toEqual({
      dark: {
        primary: '#abcdef',
        background: '#FFFFFF',
        foreground: '#1D2127',
        success: null,
        negative: null,
      },
      light: {
        primary: '#044EF4',
        background: '#FFFFFF',
        foreground: '#1D2127',
        success: '#17BB58',
        negative: '#F42C50',
      },
    });
  });
});

const hex = fc.nat(0xffffff).map((number) => `#${number.toString(16).padStart(6, '0')}`);

describe('the corrected CSS of a theme', () => {
  it('passes WCAG AA for text in every pair, and leaves alone what passed', () => {
    const fields = THEMES.flatMap((theme) => THEME_ROLES.map((role) => `${theme}_${role}`));
    const record = fc.record(Object.fromEntries(fields.map((field) => [field, hex])));
    fc.assert(
      fc.property(record, (colours) => {
        const css = writeCorrectedCss(makeConference(colours));
        const written = [...css.matchAll(/--(\w+)-(\w+): (#\w{6});/g)];
        expect(written).toHaveLength(10);
        const corrected = makeConference(
          Object.fromEntries(written.map(([, theme, role, value]) => [`${theme}_${role}`, value])),
        );
        for (const theme of THEMES) {
          const [before, after] = [makeConference(colours), corrected].map((of) => readTheme(of, theme));
          for (const pair of PAIRS) {
            const [was, is] = [before, after].map((of) => (of === undefined ? null : measurePair(of, pair)));
            expect(is?.ratio).toBeGreaterThanOrEqual(4.5);
            if (pair.front !== 'label' && (was?.ratio ?? 0) >= 4.5) expect(is?.front).toBe(was?.front);
          }
        }
      }),
      { numRuns: 30, seed: 7 },
    );
  });

  it('keeps the words for what is no colour', () => {
    expect(writeCorrectedCss(conference)).toContain('/* --dark-negative is no colour */');
  });
});
