import { useMemo } from 'react';
import { measurePair, PAIRS, readTheme } from '#contract/colour/theme.ts';
import type { Conference } from '#contract/readConference.ts';
import { THEME_ROLES, THEMES } from '#contract/values.ts';
import { CopyButton } from '../../ui/Copy.tsx';
import { Section } from '../Section.tsx';
import { SECTIONS } from '../sections.ts';
import { Advice } from './Advice.tsx';
import { toAdvice } from './advice.ts';
import { ColourCell } from './ColourCell.tsx';
import { ROLE_WORDS, THEME_WORDS } from './colourWords.ts';
import { writeCorrectedCss, writeThemeCss, writeThemeJson } from './exportTheme.ts';
import { Grade } from './Grade.tsx';
import { MeetingPicture } from './MeetingPicture.tsx';
import styles from './Theme.module.css';
import { ThemeTable } from './ThemeTable.tsx';
import { toThemeLine, toThemeStory } from './themeStory.ts';

/** The colours of a conference as the people in its meetings see them, and whether they can be read. */
export function Theme({ conference }: { conference: Conference }) {
  const { colours, advice } = useMemo(() => {
    const both = { dark: readTheme(conference, 'dark'), light: readTheme(conference, 'light') };
    return { colours: both, advice: toAdvice(both) };
  }, [conference]);
  return (
    <Section
      tab="theme"
      title={SECTIONS.theme.title}
      actions={
        <>
          <CopyButton label="Copy CSS" text={() => writeThemeCss(conference)} labelled />
          <CopyButton label="Copy JSON" text={() => writeThemeJson(conference)} labelled />
        </>
      }
    >
      <p className={styles.line}>{toThemeLine(colours)}</p>
      {toThemeStory(colours).map((words) => (
        <p key={words} className={styles.story}>
          {words}
        </p>
      ))}
      <div className={styles.pictures}>
        {THEMES.map((theme) => (
          <figure key={theme} className={styles.figure}>
            <MeetingPicture colours={colours[theme]} name={theme} />
            <figcaption>{THEME_WORDS[theme]}</figcaption>
          </figure>
        ))}
      </div>
      <ThemeTable
        of="Colour"
        rows={THEME_ROLES}
        name={(role) => ROLE_WORDS[role].label}
        hint={(role) => `For ${ROLE_WORDS[role].use}`}
        field={(role, theme) => `${theme}_${role}`}
      >
        {(role, theme) => <ColourCell theme={theme} role={role} colour={colours[theme][role]} />}
      </ThemeTable>
      <ThemeTable of="Contrast" rows={PAIRS} name={(pair) => pair.words}>
        {(pair, theme) => <Grade measured={measurePair(colours[theme], pair)} />}
      </ThemeTable>
      {advice.length > 0 && (
        <>
          <Advice items={advice} />
          <CopyButton
            label="Copy corrected CSS"
            text={() => writeCorrectedCss(conference)}
            labelled
            look="outlined"
          />
        </>
      )}
    </Section>
  );
}
