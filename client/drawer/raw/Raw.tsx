import { memo, useMemo, useState } from 'react';
import type { Conference } from '#contract/readConference.ts';
import { writeFindCurl } from '../../lib/curl.ts';
import { writeJson } from '../../lib/json.ts';
import { formatNumber } from '../../lib/number.ts';
import { Button } from '../../ui/Button.tsx';
import { CopyButton } from '../../ui/Copy.tsx';
import { Section } from '../Section.tsx';
import { SECTIONS } from '../sections.ts';
import styles from './Raw.module.css';

/** The most characters shown before somebody asks for the rest. */
const SHOWN = 8_000;

interface RawProps {
  row: Conference['raw'];
  /** of the space */
  origin: string;
}

/** The row as it came, every key, and the command that asks SignalWire for it. */
export const Raw = memo(function Raw({ row, origin }: RawProps) {
  const [whole, setWhole] = useState(false);
  const text = useMemo(() => writeJson(row), [row]);
  const cut = !whole && text.length > SHOWN;
  return (
    <Section
      tab="raw"
      title={SECTIONS.raw.title}
      actions={
        <>
          <CopyButton label="Copy as curl" text={() => writeFindCurl(row.id, origin)} labelled />
          <CopyButton label="Copy JSON" text={text} labelled />
        </>
      }
    >
      <pre className={styles.json}>{cut ? `${text.slice(0, SHOWN)}…` : text}</pre>
      {cut && (
        <Button onClick={() => setWhole(true)}>
          Show all {formatNumber(Math.ceil(text.length / 1_000))} thousand characters
        </Button>
      )}
    </Section>
  );
});
