import styles from './Select.module.css';

interface SelectProps {
  /** read by screen readers, and seen when `labelled` */
  label: string;
  labelled?: boolean;
  value: string;
  options: readonly { value: string; label: string }[];
  onChange: (value: string) => void;
}

/** One of a few words, with the browser's own list: it is the best there is on every device. */
export function Select({ label, labelled = false, value, options, onChange }: SelectProps) {
  return (
    <label className={styles.label}>
      <span className={labelled ? undefined : 'visually-hidden'}>{label}</span>
      <select className={styles.select} value={value} onChange={(event) => onChange(event.target.value)}>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </label>
  );
}
