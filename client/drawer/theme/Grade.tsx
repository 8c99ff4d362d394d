import { Check, X } from 'lucide-react';
import { ENOUGH, formatRatio, gradeText } from '#contract/colour/contrast.ts';
import type { MeasuredPair } from '#contract/colour/theme.ts';
import { Sample } from './Sample.tsx';
import styles from './Theme.module.css';

/** A pair of colours with its ratio, and what WCAG says of it, in words. */
export function Grade({ measured }: { measured: MeasuredPair | null }) {
  if (measured === null) return <span className={styles.unknown}>cannot be measured</span>;
  const { pair, front, back, ratio } = measured;
  return (
    <>
      <span className={styles.swatch}>
        <Sample ground={back} front={front} />
        <span className={styles.ratio}>{formatRatio(ratio)}</span>
      </span>
      <Verdict use={pair.sign ? 'Text' : null} grade={gradeText(ratio)} />
      {pair.sign && <Verdict use="Indicator" grade={ratio >= ENOUGH.sign ? 'AA' : 'fails'} />}
    </>
  );
}

/** @param use what for, where a colour has more than one use */
function Verdict({ use, grade }: { use: string | null; grade: 'AAA' | 'AA' | 'fails' }) {
  const passes = grade !== 'fails';
  return (
    <span className={styles.verdict} data-passes={passes}>
      {passes ? <Check size={12} aria-hidden /> : <X size={12} aria-hidden />}
      <span>
        {use} {use === null && !passes ? 'Fails' : grade}
      </span>
    </span>
  );
}
