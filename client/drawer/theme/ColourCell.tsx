import type { ThemeColour } from '#contract/colour/theme.ts';
import type { Theme, ThemeRole } from '#contract/values.ts';
import { escapeInvisible } from '../../lib/visible.ts';
import { Copyable } from '../../ui/Copy.tsx';
import { SOURCE_WORDS } from './colourWords.ts';
import { Sample } from './Sample.tsx';
import styles from './Theme.module.css';

/** The most characters shown of a text that should have been a colour. */
const SHOWN = 60;

interface ColourCellProps {
  theme: Theme;
  role: ThemeRole;
  colour: ThemeColour;
}

/** One colour as a swatch with its hex, which one press copies; what is no colour is shown as its text. */
export function ColourCell({ theme, role, colour }: ColourCellProps) {
  const { hex, source, text } = colour;
  const words = SOURCE_WORDS[source];
  if (hex === null) {
    const shown = escapeInvisible(text ?? '');
    return (
      <>
        <span className={styles.invalid}>
          <bdi>{shown.length > SHOWN ? `${shown.slice(0, SHOWN)}…` : shown || 'empty text'}</bdi>
        </span>
        <span className={styles.alarm}>{words}</span>
      </>
    );
  }
  return (
    <>
      <span className={styles.swatch}>
        <Sample ground={hex} faint={source === 'inherited'} />
        <Copyable label={`Copy ${theme} ${role}`} text={hex} />
      </span>
      {words !== '' && <span className={styles.source}>{words}</span>}
    </>
  );
}
