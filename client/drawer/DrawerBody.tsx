import type { ReactNode } from 'react';
import type { Conference } from '#contract/readConference.ts';
import { DRAWER_TABS } from '#contract/view/view.ts';
import { FaultBoundary } from '../ui/FaultBoundary.tsx';
import styles from './Drawer.module.css';
import { Metadata } from './metadata/Metadata.tsx';
import { Raw } from './raw/Raw.tsx';
import { Section } from './Section.tsx';
import { Schedule } from './schedule/Schedule.tsx';
import { type DrawerTab, SECTIONS } from './sections.ts';
import { ActiveSession } from './session/ActiveSession.tsx';
import { Settings } from './settings/Settings.tsx';
import { Theme } from './theme/Theme.tsx';
import { useSections } from './useSections.ts';
import { isLeftOut } from './words.ts';

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
  const sections: Readonly<Record<DrawerTab, ReactNode>> = {
    session: <ActiveSession key={id} conference={conference} zone={zone} origin={origin} />,
    schedule: <Schedule conference={conference} zone={zone} />,
    theme: <Theme conference={conference} />,
    settings: <Settings conference={conference} />,
    metadata: <Metadata key={id} meta={meta} leftOut={isLeftOut(raw, 'meta')} />,
    raw: <Raw key={id} row={raw} origin={origin} />,
  };
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
        {DRAWER_TABS.map((name) => (
          <FaultBoundary
            key={name}
            part={`drawer: ${name}`}
            resetOn={[conference]}
            frame={(notice) => (
              <Section tab={name} title={SECTIONS[name].title}>
                {notice}
              </Section>
            )}
          >
            {sections[name]}
          </FaultBoundary>
        ))}
      </div>
    </>
  );
}
