import { useEffectEvent, useLayoutEffect, useRef } from 'react';
import { DRAWER_TABS } from '#contract/view/view.ts';
import type { DrawerTab } from './sections.ts';

/** How far (px) below the top edge a section may begin and still be the one that is read. */
const READING_LINE = 72;

interface Reading {
  /** id of the conference */
  id: string;
  tab: DrawerTab;
  onTab: (tab: DrawerTab) => void;
}

/**
 * Keeps the drawer's scroll and the address in step. It goes to the section that the address names, stays at the
 * same place of it when another conference comes, and reports the section that the reader has scrolled to.
 */
export function useSections({ id, tab, onTab }: Reading) {
  const body = useRef<HTMLDivElement>(null);
  /** where the reader is: of which conference, in which section, and how far (px) into it */
  const place = useRef<{ id: string; tab: DrawerTab | null; within: number }>({ id, tab: null, within: 0 });

  const scrollTo = (wanted: DrawerTab, within: number) => {
    const section = findSection(body.current, wanted);
    if (body.current === null || section === null) return;
    body.current.scrollTop = (wanted === DRAWER_TABS[0] ? 0 : section.offsetTop) + within;
  };
  const goOn = useEffectEvent(scrollTo);

  useLayoutEffect(() => {
    const before = place.current;
    if (before.id === id && before.tab === tab) return;
    const within = before.tab === tab ? before.within : 0;
    place.current = { id, tab, within };
    goOn(tab, within);
  }, [tab, id]);

  const onScrollEnd = () => {
    if (body.current === null) return;
    const wanted = findSection(body.current, tab);
    // Too short a section to reach the top is still the one that was asked for.
    const reading = wanted !== null && isAsLowAsCanBe(body.current, wanted) ? tab : findReading(body.current);
    const section = findSection(body.current, reading);
    const start = section === null || reading === DRAWER_TABS[0] ? 0 : section.offsetTop;
    place.current = { id, tab: reading, within: Math.max(0, body.current.scrollTop - start) };
    if (reading !== tab) onTab(reading);
  };
  const go = (wanted: DrawerTab) => (wanted === tab ? scrollTo(wanted, 0) : onTab(wanted));
  return { body, go, onScrollEnd };
}

function findSection(body: HTMLElement | null, tab: DrawerTab): HTMLElement | null {
  return body?.querySelector<HTMLElement>(`[data-section="${tab}"]`) ?? null;
}

/** Whether the scroll has come to its end with a section in sight that could not come further up. */
function isAsLowAsCanBe(body: HTMLElement, section: HTMLElement): boolean {
  return isAtBottom(body) && section.offsetTop > body.scrollTop;
}

function isAtBottom(body: HTMLElement): boolean {
  return body.scrollTop > 0 && body.scrollTop + body.clientHeight >= body.scrollHeight - 2;
}

/** The last section that begins above the reading line; at the very bottom, the last of all. */
function findReading(body: HTMLElement): DrawerTab {
  if (isAtBottom(body)) return DRAWER_TABS.at(-1) ?? DRAWER_TABS[0];
  const line = body.scrollTop + READING_LINE;
  const begins = (tab: DrawerTab) => findSection(body, tab)?.offsetTop ?? Number.POSITIVE_INFINITY;
  return DRAWER_TABS.findLast((tab) => begins(tab) <= line) ?? DRAWER_TABS[0];
}
