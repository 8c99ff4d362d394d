import { Monitor, Moon, Sun } from 'lucide-react';
import type { ReactNode } from 'react';
import type { Board } from '#contract/board.ts';
import { SCHEMES, type Scheme } from '../preferences.ts';
import { Button } from '../ui/Button.tsx';
import styles from './Header.module.css';

interface HeaderProps {
  /** null until the server has said who it is */
  board: Board | null;
  scheme: Scheme;
  onScheme: (scheme: Scheme) => void;
  /** what stands at the end of the line */
  children: ReactNode;
}

const SCHEME_LOOKS: Record<Scheme, { word: string; Icon: typeof Sun }> = {
  system: { word: 'as the system', Icon: Monitor },
  light: { word: 'light', Icon: Sun },
  dark: { word: 'dark', Icon: Moon },
};

/** Whose conferences these are, whether they are a demonstration, and how fresh. */
export function Header({ board, scheme, onScheme, children }: HeaderProps) {
  const { word, Icon } = SCHEME_LOOKS[scheme];
  const next = SCHEMES[(SCHEMES.indexOf(scheme) + 1) % SCHEMES.length] ?? 'system';
  return (
    <header className={styles.header}>
      <h1 className={styles.brand}>
        <svg width="22" height="22" viewBox="0 0 32 32" aria-hidden className={styles.sign}>
          <rect width="32" height="32" rx="8" fill="currentColor" />
          <path d="M8 10.5h16M8 16h10M8 21.5h13" className={styles.lines} />
        </svg>
        Callboard
      </h1>
      {board !== null && (
        <p className={styles.space}>
          {board.demo ? (
            <span
              className={styles.demo}
              title="No SignalWire credentials are set: these conferences are invented by a simulator on this machine."
            >
              Demo data
            </span>
          ) : (
            <span className={styles.host}>{board.space}</span>
          )}
        </p>
      )}
      <div className={styles.end}>
        {children}
        {board !== null && board.person !== null && (
          <a href="account" className={styles.person} title="Your account: sign out">
            {board.person}
          </a>
        )}
        <Button
          look="plain"
          icon={<Icon size={16} aria-hidden />}
          aria-label={`Colours: ${word}. Change to ${SCHEME_LOOKS[next].word}`}
          title={`Colours: ${word}`}
          onClick={() => onScheme(next)}
        />
      </div>
    </header>
  );
}
