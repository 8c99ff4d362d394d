import { ChevronLeft, ChevronRight, LocateFixed, Rows3, Table2, ZoomIn, ZoomOut } from 'lucide-react';
import { Button } from '../ui/Button.tsx';

interface ControlsProps {
  onPan: (share: number) => void;
  onZoom: (factor: number) => void;
  onNow: () => void;
  lanes: boolean;
  onLanes: (lanes: boolean) => void;
  asTable: boolean;
  onAsTable: (asTable: boolean) => void;
}

/** Everything that gestures do, as buttons. */
export function Controls({ onPan, onZoom, onNow, lanes, onLanes, asTable, onAsTable }: ControlsProps) {
  const buttons = [
    { label: 'Earlier', Icon: ChevronLeft, onClick: () => onPan(-0.5) },
    { label: 'Centre on now', Icon: LocateFixed, onClick: onNow },
    { label: 'Later', Icon: ChevronRight, onClick: () => onPan(0.5) },
    { label: 'Zoom in', Icon: ZoomIn, onClick: () => onZoom(0.5) },
    { label: 'Zoom out', Icon: ZoomOut, onClick: () => onZoom(2) },
    { label: 'Each conference', Icon: Rows3, onClick: () => onLanes(!lanes), pressed: lanes },
    { label: 'As a table', Icon: Table2, onClick: () => onAsTable(!asTable), pressed: asTable },
  ];
  return buttons.map(({ label, Icon, onClick, pressed }) => (
    <Button
      key={label}
      look="plain"
      aria-label={label}
      title={label}
      aria-pressed={pressed}
      icon={<Icon size={15} aria-hidden />}
      onClick={onClick}
    />
  ));
}
