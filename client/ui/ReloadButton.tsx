import { Button } from './Button.tsx';

/** Loads the whole page anew; its view is in its address. */
export function ReloadButton({ look }: { look?: 'outlined' | 'filled' }) {
  return (
    <Button look={look} onClick={() => window.location.reload()}>
      Reload
    </Button>
  );
}
