import type { Page } from 'playwright-core';

/** The two lines of the range, behind their button, which is pressed when they are not in sight. */
export async function openDates(page: Page) {
  const group = page.getByRole('group', { name: 'Date range' });
  if (!(await group.isVisible())) await page.getByRole('button', { name: /choose dates$/ }).click();
  await group.waitFor();
  return {
    group,
    from: group.getByLabel('From'),
    to: group.getByLabel('To'),
    panel: page.getByRole('dialog', { name: /choose dates$/ }),
    match: (name: string) => page.getByRole('radiogroup', { name: 'Match' }).getByRole('radio', { name }),
  };
}
