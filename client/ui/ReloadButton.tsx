import { Button } from './Button.tsx';

interface ReloadButtonProps {
  look?: 'outlined' | 'filled';
  /** what loading the page anew is for */
  children?: string;
}

/** Loads the whole page anew; its view is in its address. */
export function ReloadButton({ look, children = 'Reload' }: ReloadButtonProps) {
  return (
    <Button look={look} onClick={() => window.location.reload()}>
      {children}
    </Button>
  );
}
