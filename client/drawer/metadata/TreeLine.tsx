import { ChevronRight, Copy } from 'lucide-react';
import type { KeyboardEvent } from 'react';
import { MarkedText } from '../../columns/cells.tsx';
import { writeScalar } from '../../lib/json.ts';
import { formatNumber } from '../../lib/number.ts';
import { escapeInvisible } from '../../lib/visible.ts';
import styles from './Metadata.module.css';
import type { NodeRow } from './treeRows.ts';

/** The most characters of one value shown before it is opened. */
const SHOWN = 300;

/** Levels after which lines are no longer indented further. */
const DEEPEST_INDENT = 12;

interface TreeLineProps {
  row: NodeRow;
  search: string;
  /** whether the whole of a long value is shown */
  whole: boolean;
  /** whether Tab stops here */
  current: boolean;
  onPress: () => void;
  onCopy: () => void;
  onFocus: () => void;
  onKeyDown: (event: KeyboardEvent) => void;
}

/** A key with its value, or with how much it holds. */
export function TreeLine({
  row,
  search,
  whole,
  current,
  onPress,
  onCopy,
  onFocus,
  onKeyDown,
}: TreeLineProps) {
  const { name, value, children, level, open } = row;
  return (
    <div
      role="treeitem"
      aria-level={level}
      aria-posinset={row.position}
      aria-setsize={row.siblings}
      aria-expanded={children === null || children === 0 ? undefined : open}
      aria-selected={current}
      tabIndex={current ? 0 : -1}
      data-path={row.path}
      className={styles.line}
      style={{ paddingInlineStart: `${(Math.min(level, DEEPEST_INDENT) - 1) * 0.875}rem` }}
      onClick={onPress}
      onFocus={onFocus}
      onKeyDown={onKeyDown}
    >
      <ChevronRight size={12} aria-hidden className={styles.chevron} data-open={open} data-leaf={!children} />
      <span className={styles.content}>
        <bdi className={styles.key}>
          <MarkedText text={escapeInvisible(name)} search={search} />
        </bdi>
        <span className={styles.colon}>: </span>
        {children === null ? (
          <bdi className={styles.value} data-kind={value === null ? 'null' : typeof value}>
            <MarkedText text={cut(writeScalar(value), whole)} search={search} />
          </bdi>
        ) : (
          <span className={styles.count}>{describe(value, children)}</span>
        )}
      </span>
      <button
        type="button"
        tabIndex={-1}
        className={styles.copy}
        aria-label={`Copy ${name}`}
        title="Copy the value (Ctrl+C)"
        onClick={(event) => {
          event.stopPropagation();
          onCopy();
        }}
      >
        <Copy size={12} aria-hidden />
      </button>
    </div>
  );
}

function cut(text: string, whole: boolean): string {
  if (whole || text.length <= SHOWN) return text;
  return `${text.slice(0, SHOWN)}… ${formatNumber(text.length - SHOWN)} more characters`;
}

function describe(value: unknown, children: number): string {
  const count = formatNumber(children);
  if (Array.isArray(value)) return children === 0 ? 'empty list' : `list of ${count}`;
  if (children === 0) return 'empty';
  return children === 1 ? '1 key' : `${count} keys`;
}
