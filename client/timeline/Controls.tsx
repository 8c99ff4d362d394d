import { ChevronLeft, ChevronRight, LocateFixed, Table2, ZoomIn, ZoomOut } from 'lucide-react';
import { Button } from '../ui/Button.tsx';
import styles from './Timeline.module.css';

interface ControlsProps {
  onPan: (share: number) => void;
  onZoom: (factor: number) => void;
  onNow: () => void;
  asTable: boolean;
  onAsTable: (asTable: boolean) => void;
}

/** Everything that gestures do, as buttons. */
export function Controls({ onPan, onZoom, onNow, asTable, onAsTable }: ControlsProps) {
  const buttons = [
    { label: 'Earlier', Icon: ChevronLeft, onClick: () => onPan(-0.5) },
    { label: 'Centre on now', Icon: LocateFixed, onClick: onNow },
    { label: 'Later', Icon: ChevronRight, onClick: () => onPan(0.5) },
    { label: 'Zoom in', Icon: ZoomIn, onClick: () => onZoom(0.5) },
    { label: 'Zoom out', Icon: ZoomOut, onClick: () => onZoom(2) },
  ];
  return (
    <div className={styles.controls}>
      {buttons.map(({ label, Icon, onClick }) => (
        <Button
          key={label}
          look="plain"
          aria-label={label}
          title={label}
          icon={<Icon size={15} aria-hidden />}
          onClick={onClick}
        />
      ))}
      <Button
        look="plain"
        aria-label="As a table"
        title="As a table"
        aria-pressed={asTable}
        icon={<Table2 size={15} aria-hidden />}
        onClick={() => onAsTable(!asTable)}
      />
    </div>
  );
}
