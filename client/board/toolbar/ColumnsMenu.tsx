import { ArrowDown, ArrowUp, Columns3 } from 'lucide-react';
import { COLUMN_IDS, type ColumnId } from '#contract/columns.ts';
import { headerOf, pinnedFirst } from '../../columns/columns.tsx';
import type { Density } from '../../preferences.ts';
import { Button } from '../../ui/Button.tsx';
import { Popover } from '../../ui/Popover.tsx';
import styles from './ColumnsMenu.module.css';

interface ColumnsMenuProps {
  /** the chosen columns in their order */
  shown: readonly ColumnId[];
  density: Density;
  onChange: (shown: readonly ColumnId[]) => void;
  /** back to the columns, the widths and the order of the start */
  onStart: () => void;
  onDensity: (density: Density) => void;
}

/** Shows, hides and moves columns; at least one stays. And how high rows are. */
export function ColumnsMenu({ shown: chosen, density, onChange, onStart, onDensity }: ColumnsMenuProps) {
  const shown = pinnedFirst(chosen);
  const hidden = COLUMN_IDS.filter((id) => !shown.includes(id));
  const toggle = (id: ColumnId) =>
    onChange(shown.includes(id) ? shown.filter((other) => other !== id) : [...shown, id]);
  const move = (id: ColumnId, step: -1 | 1) => {
    const from = shown.indexOf(id);
    const next = shown.filter((other) => other !== id);
    onChange(next.toSpliced(from + step, 0, id));
  };
  return (
    <Popover label="Columns" icon={<Columns3 size={15} aria-hidden />}>
      {() => (
        <div className={styles.menu}>
          <ul>
            {[...shown, ...hidden].map((id) => {
              const place = shown.indexOf(id);
              return (
                <li key={id} className={styles.column}>
                  <label className={styles.label}>
                    <input
                      type="checkbox"
                      checked={place >= 0}
                      disabled={shown.length === 1 && place === 0}
                      onChange={() => toggle(id)}
                    />
                    {headerOf(id)}
                  </label>
                  {place >= 0 && (
                    <>
                      <Button
                        look="plain"
                        aria-label={`Move ${headerOf(id)} left`}
                        icon={<ArrowUp size={14} aria-hidden />}
                        disabled={place === 0}
                        onClick={() => move(id, -1)}
                      />
                      <Button
                        look="plain"
                        aria-label={`Move ${headerOf(id)} right`}
                        icon={<ArrowDown size={14} aria-hidden />}
                        disabled={place === shown.length - 1}
                        onClick={() => move(id, 1)}
                      />
                    </>
                  )}
                </li>
              );
            })}
          </ul>
          <Button look="plain" onClick={onStart}>
            The columns of the start
          </Button>
          <label className={styles.label}>
            <input
              type="checkbox"
              checked={density === 'roomy'}
              onChange={(event) => onDensity(event.target.checked ? 'roomy' : 'compact')}
            />
            Roomy rows
          </label>
        </div>
      )}
    </Popover>
  );
}
