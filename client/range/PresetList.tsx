import { PRESETS, type Preset } from './presets.ts';
import styles from './RangePicker.module.css';

interface PresetListProps {
  from: string;
  to: string;
  onChoose: (preset: Preset) => void;
}

/** The ranges that a shift asks for, one press each. */
export function PresetList({ from, to, onChoose }: PresetListProps) {
  return (
    <ul className={styles.presets} aria-label="Presets">
      {PRESETS.map((preset) => (
        <li key={preset.label}>
          <button
            type="button"
            className={styles.preset}
            aria-pressed={preset.from === from && preset.to === to}
            title={`${preset.from} to ${preset.to}`}
            onClick={() => onChoose(preset)}
          >
            {preset.label}
          </button>
        </li>
      ))}
    </ul>
  );
}
