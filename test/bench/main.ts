// `npm run bench [conferences] [rounds]`: every goal for the speed of the board, with the figure beside it. A browser
// and several servers take turns on this machine's loopback, for some minutes; nothing else should run meanwhile.
import { loadavg } from 'node:os';
import { chromium } from 'playwright-core';
import { build } from 'vite';
import { writeTable } from '../load/figure.ts';
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
const parts = [
  measurePage,
  () => measureCold(browser, rounds),
  () => measureRefresh(browser, conferences),
  () => measureList(conferences, OPERATORS_STAY),
  () => measureProxied(rounds),
];
const figures = [];
for (const measure of parts) figures.push(...(await measure()));
await browser.close();
const load = loadavg().map((value) => value.toFixed(1));
process.stdout.write(
  `${conferences.toLocaleString('en')} conferences, ${rounds} rounds; × is ours ÷ the reference beside it (ours / reference)\n` +
    `${writeTable(figures)}\nload of the machine over 1, 5 and 15 minutes: ${load.join(', ')}\n`,
);
process.exitCode = figures.every(({ met }) => met) ? 0 : 1;
