import type { Page } from 'playwright-core';

/** The parameters of the address, as the browser has it. */
export const parametersOf = (page: Page) => new URL(page.url()).searchParams;

/** Resolves when a parameter of the address says this; `null`, when the address does not hold it. */
export const parameterIs = (page: Page, name: string, value: string | null) =>
  page.waitForURL((url) => url.searchParams.get(name) === value);

/** Resolves when the whole query of the address is this. */
export const queryIs = (page: Page, query: string) => page.waitForURL((url) => url.search === query);
