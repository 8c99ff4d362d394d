import { lazy, useEffect } from 'react';
import type { DrawerProps } from '../drawer/Drawer.tsx';
import { Button } from '../ui/Button.tsx';
import styles from './LazyDrawer.module.css';

const load = () => import('../drawer/Drawer.tsx');

/** The drawer, whose code is no part of the first download. */
export const LazyDrawer = lazy(async () => {
  try {
    return { default: (await load()).Drawer };
  } catch {
    // Without this, a server that is gone or was updated meanwhile would take the whole page with it.
    return { default: Unloaded };
  }
});

function Unloaded({ conference, onClose }: DrawerProps) {
  return <MissingConference id={conference.id} kind="unloaded" onClose={onClose} />;
}

/**
 * Fetches the drawer's code once there is something to open, so that the first row pressed opens at once. Where that
 * fails, whoever presses a row is told.
 */
export function usePreparedDrawer(ready: boolean): void {
  useEffect(() => {
    if (ready) load().catch(() => {});
  }, [ready]);
}

interface MissingConferenceProps {
  id: string;
  kind: keyof typeof WORDS;
  onClose: () => void;
}

const WORDS = {
  looking: 'Looking…',
  unknown: 'There is no such conference. It may have been deleted, or the link belongs to another space.',
  unloaded:
    'The drawer could not be loaded: the board’s server does not answer, or it was updated meanwhile. Reload the page to try again.',
  failed: 'It is not among the conferences loaded so far, and the rest cannot be had just now.',
} as const;

/** Stands where the drawer would, for a conference that cannot be shown: why, and its id. */
export function MissingConference({ id, kind, onClose }: MissingConferenceProps) {
  return (
    <aside className={styles.missing} aria-label="Linked conference">
      <h2>Linked conference</h2>
      <p role="status">{WORDS[kind]}</p>
      <p className={styles.id}>{id}</p>
      <Button onClick={onClose}>Close</Button>
    </aside>
  );
}
