import { X } from 'lucide-react';
import { Button } from '../../ui/Button.tsx';
import styles from './ActiveFilters.module.css';

export interface ActiveFilter {
  /** what it does, in words: "Layout: not 5up" */
  words: string;
  onRemove: () => void;
}

/** Everything that narrows the list, each with its own way out, and one way out of all. */
export function ActiveFilters({
  filters,
  onClear,
}: {
  filters: readonly ActiveFilter[];
  onClear: () => void;
}) {
  if (filters.length === 0) return null;
  return (
    <ul className={styles.filters} aria-label="Active filters">
      {filters.map(({ words, onRemove }) => (
        <li key={words} className={styles.filter}>
          {words}
          <button
            type="button"
            className={styles.remove}
            aria-label={`Remove filter ${words}`}
            onClick={onRemove}
          >
            <X size={12} aria-hidden />
          </button>
        </li>
      ))}
      <li>
        <Button look="plain" className={styles.clear} onClick={onClear}>
          Clear filters
        </Button>
      </li>
    </ul>
  );
}
