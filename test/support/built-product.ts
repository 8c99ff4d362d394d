import { build } from 'vite';
import { findChromium } from './chromium.ts';

/** Before any browser test: there is a browser, and dist/ holds the client as it is now. */
export async function setup(): Promise<void> {
  findChromium();
  await build({ logLevel: 'warn' });
}
