import type { View } from '#contract/view/view.ts';

/** A section of the drawer, as the address names it. */
export type DrawerTab = View['tab'];

/** What each section is called: its heading, and the shorter word on the way there. */
export const SECTIONS: Readonly<Record<DrawerTab, { title: string; word: string }>> = {
  session: { title: 'Active session', word: 'Session' },
  schedule: { title: 'Schedule', word: 'Schedule' },
  theme: { title: 'Theme', word: 'Theme' },
  settings: { title: 'Settings', word: 'Settings' },
  metadata: { title: 'Metadata', word: 'Metadata' },
  raw: { title: 'Raw', word: 'Raw' },
};
