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
  const [search, setSearch] = useState('');
  const found = useMemo(() => searchTree(meta ?? {}, search), [meta, search]);
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
              value={search}
              onChange={(event) => setSearch(event.target.value)}
              onKeyDown={(event) => {
                if (event.key === 'Escape' && search !== '') {
                  event.preventDefault();
                  event.stopPropagation();
                  setSearch('');
                }
              }}
            />
            <p role="status" className={search.trim() === '' ? 'visually-hidden' : styles.none}>
              {search.trim() !== '' && countWords(found.matches)}
            </p>
            <MetadataTree meta={meta ?? {}} search={search} keep={found.keep} />
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
