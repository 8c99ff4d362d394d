import { memo, useMemo, useState } from 'react';
import { writeJson } from '../../lib/json.ts';
import { formatNumber } from '../../lib/number.ts';
import { CopyButton } from '../../ui/Copy.tsx';
import { Section } from '../Section.tsx';
import { SECTIONS } from '../sections.ts';
import styles from './Metadata.module.css';
import { MetadataTree } from './MetadataTree.tsx';
import { searchTree } from './searchTree.ts';

/** What the conference's owners keep with it: any JSON, as a tree that can be searched. */
export const Metadata = memo(function Metadata({ meta }: { meta: object | null }) {
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
          <p className={styles.none}>
            {meta === null ? 'This conference has no metadata.' : 'The metadata is empty.'}
          </p>
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

function countWords(matches: number): string {
  if (matches === 0) return 'Nothing matches.';
  return matches === 1 ? '1 match' : `${formatNumber(matches)} matches`;
}
