import { formatNumber } from '../lib/number.ts';
import { Button } from '../ui/Button.tsx';
import styles from './WalkProgress.module.css';

interface WalkProgressProps {
  loaded: number;
  /** `walking` on its way, `stopped` by the reader, `limit` when it asks whether to go on */
  phase: 'walking' | 'stopped' | 'limit';
  onStop: () => void;
  onResume: () => void;
}

/** How far the walk over the whole list has come. SignalWire names no total, so none is promised. */
export function WalkProgress({ loaded, phase, onStop, onResume }: WalkProgressProps) {
  const count = formatNumber(loaded);
  const words = {
    walking: `${count} loaded…`,
    stopped: `Stopped after ${count}: totals, sorting and search cover only these.`,
    limit: `${count} are loaded, and there are more. Going on takes more memory of this browser.`,
  }[phase];
  return (
    <div className={styles.progress}>
      {phase === 'walking' && (
        <span
          role="progressbar"
          aria-label="Loading conferences"
          aria-valuetext={words}
          className={styles.bar}
        />
      )}
      <span>{words}</span>
      {phase === 'walking' ? (
        <Button look="plain" onClick={onStop}>
          Stop
        </Button>
      ) : (
        <Button onClick={onResume}>{phase === 'limit' ? 'Load the rest' : 'Resume'}</Button>
      )}
    </div>
  );
}
