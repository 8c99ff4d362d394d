import { type RefObject, useCallback, useLayoutEffect, useRef } from 'react';
import { DRAWER_TABS } from '../../view/view.ts';
import type { DrawerTab } from './sections.ts';

/** How far (px) below the top edge a section may begin and still be the one that is read. */
const READING_LINE = 72;

/**
 * Keeps the drawer's scroll and the address in step: it goes to the section that the address names, when that
 * changes or another conference comes, and reports the section that the reader has scrolled to.
 */
export function useSections(
  body: RefObject<HTMLElement | null>,
  { id, tab, onTab }: { id: string; tab: DrawerTab; onTab: (tab: DrawerTab) => void },
): { go: (tab: DrawerTab) => void; onScrollEnd: () => void } {
  /** the section that a scroll of the reader's reported: there is no need to go there */
  const reported = useRef<DrawerTab | null>(null);
  /** the end of a scroll is still to come that no reader made */
  const went = useRef(false);

  const scrollTo = useCallback(
    (wanted: DrawerTab) => {
      const section = body.current?.querySelector<HTMLElement>(`[data-section="${wanted}"]`);
      if (!body.current || !section) return;
      const before = body.current.scrollTop;
      body.current.scrollTop = wanted === DRAWER_TABS[0] ? 0 : section.offsetTop;
      went.current = body.current.scrollTop !== before;
    },
    [body],
  );

  // biome-ignore lint/correctness/useExhaustiveDependencies: another conference is a reason to go there again
  useLayoutEffect(() => {
    if (reported.current !== tab) scrollTo(tab);
    reported.current = null;
  }, [tab, id, scrollTo]);

  const onScrollEnd = () => {
    if (went.current) {
      went.current = false;
      return;
    }
    const reading = findReading(body.current);
    if (reading === null || reading === tab) return;
    reported.current = reading;
    onTab(reading);
  };
  const go = (wanted: DrawerTab) => {
    if (wanted === tab) scrollTo(wanted);
    else onTab(wanted);
  };
  return { go, onScrollEnd };
}

/** The last section that begins above the reading line; at the very bottom, the last of all. */
function findReading(body: HTMLElement | null): DrawerTab | null {
  if (body === null) return null;
  const atBottom = body.scrollTop + body.clientHeight >= body.scrollHeight - 2;
  const line = body.getBoundingClientRect().top + READING_LINE;
  const begins = (tab: DrawerTab) =>
    body.querySelector(`[data-section="${tab}"]`)?.getBoundingClientRect().top ?? Number.POSITIVE_INFINITY;
  if (atBottom) return DRAWER_TABS.at(-1) ?? null;
  return DRAWER_TABS.findLast((tab) => begins(tab) <= line) ?? DRAWER_TABS[0];
}
