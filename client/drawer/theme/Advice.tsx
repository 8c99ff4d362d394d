import { useId } from 'react';
import { formatRatio, toContrast } from '#contract/colour/contrast.ts';
import type { Hex } from '#contract/colour/hex.ts';
import { Copyable } from '../../ui/Copy.tsx';
import styles from './Advice.module.css';
import type { Advice as Item } from './advice.ts';
import { ROLE_WORDS, THEME_WORDS } from './colourWords.ts';
import { Sample } from './Sample.tsx';

/** What is wrong with the colours, and for each the nearest one that passes. */
export function Advice({ items }: { items: readonly Item[] }) {
  const heading = useId();
  return (
    <section aria-labelledby={heading}>
      <h4 id={heading} className={styles.heading}>
        Nearest colours that pass
      </h4>
      <ul className={styles.advice}>
        {items.map(({ themes, role, measured, asText, asIndicator }) => {
          const { front, back, ratio, pair } = measured;
          const name = `${themes.map((theme) => THEME_WORDS[theme]).join(' and ')} ${ROLE_WORDS[role].label}`;
          return (
            <li key={`${themes[0]} ${role}`}>
              <p>
                <strong>{sentence(name)}</strong> {front} on {back} is {formatRatio(ratio)}.{' '}
                <span className={styles.why}>{wrong(pair.sign, asIndicator !== null)}</span>
              </p>
              <div className={styles.suggestions}>
                {asText !== null && <Suggestion use="Text" hex={asText} back={back} name={name} />}
                {asIndicator !== null && (
                  <Suggestion use="Indicator" hex={asIndicator} back={back} name={name} />
                )}
              </div>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

function Suggestion({ use, hex, back, name }: { use: string; hex: Hex; back: Hex; name: string }) {
  return (
    <span className={styles.suggestion}>
      <Sample ground={back} front={hex} />
      <span className={styles.use}>
        {use} {formatRatio(toContrast(hex, back))}
      </span>
      <Copyable label={`Copy suggested ${name.toLowerCase()}`} text={hex} />
    </span>
  );
}

function sentence(words: string): string {
  return words.charAt(0) + words.slice(1).toLowerCase();
}

function wrong(sign: boolean, failsAsSign: boolean): string {
  if (!sign) return 'Text needs 4.5:1.';
  return failsAsSign
    ? 'Text needs 4.5:1, an indicator 3:1.'
    : 'Enough for an indicator (3:1); text needs 4.5:1.';
}
