import type { Page } from 'playwright-core';
import { expect } from 'vitest';

/**
 * Ids of the rows of the page, in order, once as many stand there as the pager says. A page of rows that are gone, of
 * which the pager counts none, is read as it is.
 */
export async function shownIds(page: Page): Promise<string[]> {
  const rows = page.locator('tr[data-row]');
  const pager = page.getByRole('navigation', { name: 'Pagination' }).locator('p');
  // Both are read anew each time: the list may be about to become another.
  const isWhole = async () => {
    const ends = (await pager.innerText()).split('–');
    const [from = 0, until = 0] = ends.map((end) => Number.parseInt(end.replaceAll(',', ''), 10));
    return !(from <= until) || (await rows.count()) === until - from + 1;
  };
  await expect.poll(isWhole).toBe(true);
  return rows.evaluateAll((list) => list.map((element) => element.getAttribute('data-row') ?? ''));
}
