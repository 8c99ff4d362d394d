import { memo, useMemo, useState } from 'react';
import { writeJson } from '../../lib/json.ts';
import { formatNumber } from '../../lib/number.ts';
import { CopyButton } from '../../ui/Copy.tsx';
import { Section } from '../Section.tsx';
import { SECTIONS } from '../sections.ts';
import styles from './Metadata.module.css';
import { MetadataTree } from './MetadataTree.tsx';
import { searchTree } from './searchTree.ts';

interface MetadataProps {
  meta: object | null;
  /** there is some, and the server could not pass it on */
  leftOut: boolean;
}

/** What the conference's owners keep with it: any JSON, as a tree that can be searched. */
export const Metadata = memo(function Metadata({ meta, leftOut }: MetadataProps) {
  const [query, setQuery] = useState('');
  const found = useMemo(() => searchTree(meta ?? {}, query), [meta, query]);
  const keys = meta === null ? 0 : Object.keys(meta).length;
  return (
    <Section
      tab="metadata"
      title={SECTIONS.metadata.title}
      actions={keys > 0 && <CopyButton label="Copy JSON" text={() => writeJson(meta)} labelled />}
    >
      <div className={styles.metadata} data-field="meta">
        {keys === 0 ? (
          <p className={styles.none}>{writeNone(meta, leftOut)}</p>
        ) : (
          <>
            <input
              type="search"
              className={styles.search}
              aria-label="Search metadata"
              placeholder="Search keys and values"
              value={query}
              onChange={(event) => setQuery(event.target.value)}
              onKeyDown={(event) => {
                if (event.key === 'Escape' && query !== '') {
                  event.preventDefault();
                  event.stopPropagation();
                  setQuery('');
                }
              }}
            />
            <p role="status" className={query.trim() === '' ? 'visually-hidden' : styles.none}>
              {query.trim() !== '' && countWords(found.matches)}
            </p>
            <MetadataTree meta={meta ?? {}} query={query} keep={found.keep} />
          </>
        )}
      </div>
    </Section>
  );
});

function writeNone(meta: object | null, leftOut: boolean): string {
  if (leftOut) return 'The metadata is nested too deeply to be shown.';
  return meta === null ? 'This conference has no metadata.' : 'The metadata is empty.';
}

function countWords(matches: number): string {
  if (matches === 0) return 'Nothing matches.';
  return matches === 1 ? '1 match' : `${formatNumber(matches)} matches`;
}
