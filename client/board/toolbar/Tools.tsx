import { ChartGantt, Ellipsis, Terminal } from 'lucide-react';
import { memo } from 'react';
import type { ColumnId } from '#contract/columns.ts';
import type { Density } from '../../preferences.ts';
import { Button } from '../../ui/Button.tsx';
import { CopyButton } from '../../ui/Copy.tsx';
import { Popover } from '../../ui/Popover.tsx';
import { ColumnsMenu } from './ColumnsMenu.tsx';
import styles from './Toolbar.module.css';

interface ToolsProps {
  columns: readonly ColumnId[];
  density: Density;
  timeline: boolean;
  /** address of this very view, for a colleague */
  link: () => string;
  /** command that asks SignalWire what the board asked of it; null before anything was asked */
  curl: string | null;
  onColumns: (columns: readonly ColumnId[]) => void;
  onStart: () => void;
  onDensity: (density: Density) => void;
  onTimeline: (shown: boolean) => void;
}

/** What of the list is shown, and how it is handed on; none of it changes which conferences there are. */
export const Tools = memo(function Tools(props: ToolsProps) {
  const { columns, density, timeline, link, curl, onTimeline } = props;
  return (
    <>
      <Button
        icon={<ChartGantt size={15} aria-hidden />}
        aria-pressed={timeline}
        onClick={() => onTimeline(!timeline)}
      >
        <span>Timeline</span>
      </Button>
      <ColumnsMenu
        shown={columns}
        density={density}
        onChange={props.onColumns}
        onStart={props.onStart}
        onDensity={props.onDensity}
      />
      <Popover label="More" iconOnly icon={<Ellipsis size={15} aria-hidden />}>
        {() => (
          <div className={styles.more}>
            <CopyButton label="Copy link" text={link} labelled look="plain" />
            <CopyButton label="Copy as curl" text={curl} labelled look="plain" icon={Terminal} />
          </div>
        )}
      </Popover>
    </>
  );
});
