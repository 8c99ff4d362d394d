import { build } from 'vite';
import { findChromium } from './chromium.ts';

/** Before any browser test: there is a browser, and dist/ holds the client as it is now and as it is served. */
export async function setup(): Promise<void> {
  await findChromium();
  // The test runner says "test" here, for which Vite would build React's slow development form.
  const { NODE_ENV } = process.env;
  process.env.NODE_ENV = 'production';
  await build({ logLevel: 'warn' });
  process.env.NODE_ENV = NODE_ENV;
}
