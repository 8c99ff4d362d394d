import type { Page } from 'playwright-core';
import { expect } from 'vitest';

/**
 * Ids of the rows of the page, in order, once as many stand there as the pager says. A page of rows that are gone, of
 * which the pager counts none, is read as it is.
 */
export async function shownIds(page: Page): Promise<string[]> {
  const rows = page.locator('tr[data-row]');
  const range = await page.getByRole('navigation', { name: 'Pagination' }).locator('p').innerText();
  const [from = 0, until = 0] = range.split('–').map((end) => Number.parseInt(end.replaceAll(',', ''), 10));
  if (from <= until) await expect.poll(() => rows.count()).toBe(until - from + 1);
  return rows.evaluateAll((list) => list.map((element) => element.getAttribute('data-row') ?? ''));
}
