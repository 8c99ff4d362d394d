import { type KeyboardEvent, useRef, useState } from 'react';
import { writeJson } from '../../lib/json.ts';
import { formatNumber } from '../../lib/number.ts';
import { COPY_WORDS, useCopy } from '../../ui/Copy.tsx';
import styles from './Metadata.module.css';
import { TreeLine } from './TreeLine.tsx';
import { CHILDREN, moveInTree, showMore, type TreeRow, toggle, toTreeRows, UNTOUCHED } from './treeRows.ts';

interface MetadataTreeProps {
  meta: object;
  search: string;
  keep: ReadonlyMap<object, ReadonlySet<string>>;
}

/**
 * A tree of JSON with one tab stop: arrows move and open, Home and End go to the ends, Enter opens a node or
 * the whole of a long value, Ctrl+C copies.
 */
export function MetadataTree({ meta, search, keep }: MetadataTreeProps) {
  const [state, setState] = useState(UNTOUCHED);
  const [whole, setWhole] = useState<ReadonlySet<string>>(new Set());
  const [current, setCurrent] = useState('');
  const tree = useRef<HTMLDivElement>(null);
  const { outcome, copy, byHand } = useCopy();
  const rows = toTreeRows(meta, state, keep);
  const stop = rows.some(({ path }) => path === current) ? current : rows[0]?.path;

  const focus = (path: string) => {
    setCurrent(path);
    tree.current?.querySelector<HTMLElement>(`[data-path="${CSS.escape(path)}"]`)?.focus();
  };
  const press = (row: TreeRow) => {
    if (row.kind === 'more') setState(showMore(state, row.parent, row.position - 1 + CHILDREN));
    else if (row.children === null) setWhole(new Set(whole).add(row.path));
    else setState(toggle(state, row.path));
  };
  const onKeyDown = (event: KeyboardEvent, row: TreeRow) => {
    if ((event.ctrlKey || event.metaKey) && event.key === 'c' && row.kind === 'node') {
      if (getSelection()?.isCollapsed !== false) void copy(toCopy(row.value));
      return;
    }
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const move = moveInTree(event.key, rows, rows.indexOf(row));
    if (move === null) return;
    event.preventDefault();
    event.stopPropagation();
    if (move === 'press') press(row);
    else focus(move.path);
  };
  return (
    <>
      <div ref={tree} role="tree" aria-label="Metadata" className={styles.tree}>
        {rows.map((row) =>
          row.kind === 'more' ? (
            <div
              key={row.path}
              role="treeitem"
              aria-level={row.level}
              aria-selected={row.path === stop}
              tabIndex={row.path === stop ? 0 : -1}
              data-path={row.path}
              className={styles.more}
              onClick={() => press(row)}
              onFocus={() => setCurrent(row.path)}
              onKeyDown={(event) => onKeyDown(event, row)}
            >
              Show {Math.min(CHILDREN, row.left)} more of {formatNumber(row.left)}
            </div>
          ) : (
            <TreeLine
              key={row.path}
              row={row}
              search={search}
              whole={whole.has(row.path)}
              current={row.path === stop}
              onPress={() => press(row)}
              onCopy={() => copy(toCopy(row.value))}
              onFocus={() => setCurrent(row.path)}
              onKeyDown={(event) => onKeyDown(event, row)}
            />
          ),
        )}
      </div>
      <p role="status" className={outcome === 'ready' ? 'visually-hidden' : styles.none}>
        {COPY_WORDS[outcome]}
      </p>
      {byHand}
    </>
  );
}

function toCopy(value: unknown): string {
  return typeof value === 'string' ? value : writeJson(value);
}
