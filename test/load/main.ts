// `npm run load`: a few minutes of bounded load on this machine's loopback, and the figures beside their goals.
// `npm run load -- --quick` takes a fraction of everything, to see that it runs.
import { measureEndurance } from './endurance.ts';
import { writeTable } from './figure.ts';
import { measureList } from './list.ts';
import { measureOperators } from './operators.ts';
import { measureOutage } from './outage.ts';
import { measureSiege } from './siege.ts';
import { measureStop } from './stop.ts';

const isQuick = process.argv.includes('--quick');
const figures = [
  ...(await measureOperators(isQuick ? 12 : 60)),
  ...(await measureEndurance(isQuick ? 5_000 : 100_000)),
  ...(await measureOutage(isQuick ? 5 : 30)),
  ...(await measureSiege(isQuick ? 10 : 60)),
  ...(await measureStop()),
  ...(await measureList(isQuick ? 10_000 : 100_000, isQuick ? 12 : 60)),
];
process.stdout.write(`${writeTable(figures)}\n`);
process.exitCode = figures.every(({ met }) => met) ? 0 : 1;
