import { Search, X } from 'lucide-react';
import { Button } from '../../ui/Button.tsx';
import { enterRows } from '../table/rows.ts';
import styles from './SearchBox.module.css';

interface SearchBoxProps {
  value: string;
  /** `fresh` is true for the first letter of a search: one step of the browser's history */
  onChange: (value: string, fresh: boolean) => void;
}

/**
 * The search over the whole list, letter by letter: names, descriptions, metadata and ids. Enter and the down arrow
 * go to the first row that it found.
 */
export function SearchBox({ value, onChange }: SearchBoxProps) {
  return (
    <search className={styles.box}>
      <Search size={15} aria-hidden className={styles.icon} />
      <input
        type="search"
        aria-label="Search conferences"
        placeholder="Search conferences"
        aria-keyshortcuts="/"
        className={styles.input}
        value={value}
        maxLength={200}
        spellCheck={false}
        onChange={(event) => onChange(event.target.value, value === '')}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing) return;
          if (event.key === 'Escape') onChange('', false);
          if (event.key === 'Enter' || event.key === 'ArrowDown') {
            event.preventDefault();
            enterRows();
          }
        }}
      />
      {value === '' ? (
        <kbd aria-hidden className={styles.key}>
          /
        </kbd>
      ) : (
        <Button
          look="plain"
          className={styles.clear}
          aria-label="Clear search"
          icon={<X size={14} aria-hidden />}
          onClick={() => onChange('', false)}
        />
      )}
    </search>
  );
}
