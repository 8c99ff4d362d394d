import { describe, expect, it } from 'vitest';
import { writeThemeCss, writeThemeJson } from '../../../../client/drawer/theme/exportTheme.ts';
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
