import type { Conference } from '#contract/readConference.ts';
import { DRAWER_TABS } from '#contract/view/view.ts';
import styles from './Drawer.module.css';
import { Metadata } from './metadata/Metadata.tsx';
import { Raw } from './raw/Raw.tsx';
import { Schedule } from './schedule/Schedule.tsx';
import { type DrawerTab, SECTIONS } from './sections.ts';
import { ActiveSession } from './session/ActiveSession.tsx';
import { Settings } from './settings/Settings.tsx';
import { Theme } from './theme/Theme.tsx';
import { useSections } from './useSections.ts';

interface DrawerBodyProps {
  conference: Conference;
  zone: string;
  origin: string;
  tab: DrawerTab;
  onTab: (tab: DrawerTab) => void;
}

/** The six sections one below the other, and the way to each. */
export function DrawerBody({ conference, zone, origin, tab, onTab }: DrawerBodyProps) {
  const { id, meta, raw } = conference;
  const { body, go, onScrollEnd } = useSections({ id, tab, onTab });
  return (
    <>
      <nav aria-label="Sections" className={styles.sections}>
        {DRAWER_TABS.map((name) => (
          <button
            key={name}
            type="button"
            className={styles.section}
            aria-current={name === tab}
            onClick={() => go(name)}
          >
            {SECTIONS[name].word}
          </button>
        ))}
      </nav>
      <div ref={body} className={styles.body} onScrollEnd={onScrollEnd}>
        <ActiveSession key={`session ${id}`} conference={conference} zone={zone} origin={origin} />
        <Schedule conference={conference} zone={zone} />
        <Theme conference={conference} />
        <Settings conference={conference} />
        <Metadata key={`metadata ${id}`} meta={meta} />
        <Raw key={`raw ${id}`} row={raw} origin={origin} />
      </div>
    </>
  );
}
