// `npm run fuzz`: 10,000 broken answers of SignalWire and 10,000 broken requests, in some minutes, on loopback. It says
// its seed; `npm run fuzz -- SEED COUNT` gives the same ones again.
import { randomInt } from 'node:crypto';
import { fuzzAnswers } from './answers.ts';
import { fuzzRequests } from './requests.ts';

const [seed = randomInt(2 ** 31), count = 10_000] = process.argv.slice(2).map(Number);
process.stdout.write(`Seed ${seed}\n`);
const results = [await fuzzAnswers(seed, count), await fuzzRequests(seed, count)];
process.exitCode = results.every(Boolean) ? 0 : 1;
