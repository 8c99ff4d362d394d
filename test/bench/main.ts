// `npm run bench [conferences] [rounds] [parts]`: every goal for the speed of the board, with the figure beside it, or
// those of some parts (page, cold, refresh, server, proxied). A browser and several servers take turns on this machine's
// loopback, for some minutes; nothing else should run meanwhile.
import { loadavg } from 'node:os';
import { chromium } from 'playwright-core';
import { build } from 'vite';
import { type Figure, writeTable } from '../load/figure.ts';
import { measureList } from '../load/list.ts';
import { CHROMIUM_FLAGS, findChromium } from '../support/chromium.ts';
import { measureCold, measureDeeds, measureLoad, startWhole } from './page.ts';
import { measureProxied } from './proxied.ts';
import { measureRefresh } from './refresh.ts';

const conferences = Number(process.argv[2] ?? 10_000);
const rounds = Number(process.argv[3] ?? 9);
/** How long 200 operators look, s: each asks every ten. */
const OPERATORS_STAY = 25;

process.env.NODE_ENV = 'production';
await build({ logLevel: 'warn' });
const browser = await chromium.launch({ ...(await findChromium()), args: CHROMIUM_FLAGS });
const measurePage = async () => {
  await using board = await startWhole(conferences);
  return [
    ...(await measureLoad(browser, board, conferences, rounds)),
    ...(await measureDeeds(browser, board, conferences, rounds)),
  ];
};
const parts: Readonly<Record<string, () => Promise<readonly Figure[]>>> = {
  page: measurePage,
  cold: () => measureCold(browser, rounds),
  refresh: () => measureRefresh(browser, conferences),
  server: () => measureList(conferences, OPERATORS_STAY),
  proxied: () => measureProxied(rounds),
};
const wanted = process.argv[4]?.split(',') ?? Object.keys(parts);
process.stdout.write(
  `${conferences.toLocaleString('en')} conferences, ${rounds} rounds; × is ours ÷ the reference beside it (ours / reference)\n`,
);
let missed = 0;
for (const name of wanted) {
  const measure = parts[name];
  if (measure === undefined) throw new Error(`There is no part ${name}: ${Object.keys(parts).join(', ')}.`);
  const figures = await measure();
  missed += figures.filter(({ met }) => !met).length;
  const load = loadavg().map((value) => value.toFixed(1));
  process.stdout.write(`\n${writeTable(figures)}\n(load of the machine: ${load.join(', ')})\n`);
}
await browser.close();
process.exitCode = missed === 0 ? 0 : 1;
