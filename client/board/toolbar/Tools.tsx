import { ChartGantt, Terminal } from 'lucide-react';
import { memo } from 'react';
import type { ColumnId } from '#contract/columns.ts';
import { Button } from '../../ui/Button.tsx';
import { CopyButton } from '../../ui/Copy.tsx';
import { ColumnsMenu } from './ColumnsMenu.tsx';

interface ToolsProps {
  columns: readonly ColumnId[];
  timeline: boolean;
  /** address of this very view, for a colleague */
  link: () => string;
  /** command that asks SignalWire what the board asked of it; null before anything was asked */
  curl: string | null;
  onColumns: (columns: readonly ColumnId[]) => void;
  onTimeline: (shown: boolean) => void;
}

/** What of the list is shown, and how it is handed on; none of it changes which conferences there are. */
export const Tools = memo(function Tools(props: ToolsProps) {
  const { columns, timeline, link, curl, onColumns, onTimeline } = props;
  return (
    <>
      <Button
        icon={<ChartGantt size={15} aria-hidden />}
        aria-pressed={timeline}
        onClick={() => onTimeline(!timeline)}
      >
        Timeline
      </Button>
      <ColumnsMenu shown={columns} onChange={onColumns} />
      <CopyButton label="Copy link" text={link} labelled look="outlined" />
      <CopyButton label="Copy as curl" text={curl} icon={Terminal} />
    </>
  );
});
