import type { Locator, Page } from 'playwright-core';
import type { TestBoard } from './board.ts';
import { LAPTOP } from './browser.ts';

export const WIDE = { viewport: LAPTOP };
export const NARROW = { viewport: { width: 390, height: 844 } };
export const MINUTE = 60_000;

export const settled = (page: Page) => page.getByText(/^\d+( of \d+)? conferences$/).waitFor();
export const row = (page: Page, id: string) => page.locator(`tr[data-row="${id}"]`);

export const aside = (page: Page) => page.getByRole('complementary');
export const sheet = (page: Page) => page.getByRole('dialog');

/** The drawer in whichever place it stands. */
export const drawerOf = (page: Page) => page.locator('aside, dialog[open]');
export const heading = (drawer: Locator, name: string) => drawer.getByRole('heading', { name, exact: true });
export const section = (drawer: Locator, name: string) => drawer.getByRole('region', { name, exact: true });
export const isFocused = (locator: Locator) =>
  locator.evaluate((element) => element === document.activeElement);

type Fields = Parameters<TestBoard['simulator']['add']>[0];

/** Books a conference of a test's own, first in the list, its window an hour either way of the space's now. */
export function book(board: TestBoard, fields: Fields = {}): string {
  const now = board.simulator.clock.now();
  return board.simulator.add({
    display_name: 'Booked here',
    join_from: new Date(now - 60 * MINUTE).toISOString(),
    join_until: new Date(now + 60 * MINUTE).toISOString(),
    layout: 'grid-responsive',
    enable_room_previews: true,
    ...fields,
  });
}

/** How far the drawer is scrolled, in px. */
export const readScroll = (drawer: Locator) =>
  drawer.locator('[data-section="session"]').evaluate((element) => element.parentElement?.scrollTop ?? -1);

/** Whether a section begins at the top edge of the drawer's scrolled part. */
export async function beginsAtTop(drawer: Locator, name: string): Promise<boolean> {
  const [top, edge] = await Promise.all([
    section(drawer, name).evaluate((element) => element.getBoundingClientRect().top),
    drawer.locator('[data-section="session"]').evaluate((element) => {
      return element.parentElement?.getBoundingClientRect().top ?? Number.NaN;
    }),
  ]);
  return Math.abs(top - edge) <= 1;
}
