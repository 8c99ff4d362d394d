import { fork } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { type Arbitrary, asyncProperty, check } from 'fast-check';

/** How many boards are asked side by side, each one question after another. */
export const LANES = 8;

/** characters */
const LONGEST_LINE = 14_000;

interface Fuzz<Input> {
  /** for the report */
  what: string;
  inputs: Arbitrary<Input>;
  /** for each lane the space that its board asks: an origin, or `simulated` */
  spaces: readonly string[];
  /** Lets the board of a lane have an input. Throws what is wrong with the board's answer, or says it in few words. */
  tryInput(input: Input, origin: string, lane: number): Promise<string>;
  /** an input as a person can read it */
  show(input: Input): string;
}

/**
 * Gives `count` inputs to started boards, and tells what came of it: true when each had an answer that may be, and
 * the process is still the same, ends well when it is told to, and logged nothing unforeseen.
 */
export async function runLanes<Input>(fuzz: Fuzz<Input>, seed: number, count: number): Promise<boolean> {
  const child = fork(fileURLToPath(new URL('boards.ts', import.meta.url)), [...fuzz.spaces], {
    silent: true,
    // For a server of this size; beyond, it dies, and that is seen.
    execArgv: ['--max-old-space-size=400'],
  });
  if (child.stdout === null || child.stderr === null) throw new Error('The boards have no output.');
  const faults: string[] = [];
  const log = createInterface(child.stdout).on('line', (line) => {
    const wrong = findWrong(line);
    if (wrong !== null) faults.push(`The log ${wrong}: ${line.slice(0, 1_000)}`);
  });
  const logged = once(log, 'close');
  const complaints = text(child.stderr);
  const [origins] = await once(child, 'message');
  const ended = once(child, 'exit');
  const isAlive = () => child.exitCode === null && child.signalCode === null;

  const outcomes = new Map<string, number>();
  const begun = performance.now();
  let slowest = 0;
  const runLane = async (lane: number) => {
    const property = asyncProperty(fuzz.inputs, async (input) => {
      // A dead server cannot say which smaller input would kill it, too.
      if (!isAlive()) return;
      const asked = performance.now();
      const outcome = await fuzz.tryInput(input, origins[lane], lane);
      slowest = Math.max(slowest, performance.now() - asked);
      outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
    });
    const { failed, counterexample, errorInstance } = await check(property, {
      seed: seed + lane,
      numRuns: Math.ceil(count / LANES),
    });
    if (failed && counterexample !== null)
      faults.push(`${errorInstance}\n  ${fuzz.show(counterexample[0]).slice(0, 2_000)}`);
  };
  await Promise.all(fuzz.spaces.map((_, lane) => runLane(lane)));

  if (isAlive()) {
    const peak = /VmHWM:\s*(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'))?.[1];
    say(`  memory at most ${Math.round(Number(peak) / 1024)} MB, slowest answer ${Math.round(slowest)} ms`);
    child.kill('SIGTERM');
  } else faults.push('The server died.');
  const [code] = await ended;
  if (code !== 0) faults.push(`It ended with ${code}.`);
  const complaint = await complaints;
  if (complaint !== '') faults.push(`It complained: ${complaint.slice(0, 2_000)}`);
  await logged;

  const seconds = Math.round((performance.now() - begun) / 1000);
  const counted = [...outcomes]
    .sort(([, a], [, b]) => b - a)
    .map(([outcome, times]) => `${outcome} × ${times}`);
  say(`${count} ${fuzz.what} in ${seconds} s: ${counted.join(', ')}`);
  for (const fault of faults.slice(0, 10)) say(`FAULT ${fault}`);
  if (faults.length > 10) say(`and ${faults.length - 10} more`);
  return faults.length === 0;
}

/** Why a line should not stand in a log. */
function findWrong(line: string): string | null {
  // What comes from outside has no place in it, at the least not in full.
  if (line.length > LONGEST_LINE) return `has a line of ${line.length} characters`;
  try {
    return JSON.parse(line).code === 'internal' ? 'tells of something unforeseen' : null;
  } catch {
    return 'has a line that is no JSON';
  }
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
