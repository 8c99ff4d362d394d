import { parseArgs } from 'node:util';
import { FAULTS, type FaultName, isFaultName } from './faults/faults.ts';
import { type Quirks, quirksSchema } from './quirks.ts';

/** What the command line asks for. */
export interface Flags {
  help: boolean;
  port: number;
  conferences: number;
  seed: number;
  /** ms */
  latency: number;
  fault: FaultName | null;
  faultCount: number | undefined;
  faultMatch: string | undefined;
  quirks: Partial<Quirks>;
  /** ms, UTC; null for the machine's time */
  now: number | null;
  freeze: boolean;
  hostile: boolean;
}

/** Reads the command line; gives one sentence instead when something in it is wrong. */
export function readFlags(args: readonly string[]): Flags | string {
  try {
    return toFlags(args);
  } catch (error) {
    return error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error);
  }
}

function toFlags(args: readonly string[]): Flags {
  const { values } = parseArgs({
    args: [...args],
    options: {
      help: { type: 'boolean', default: false },
      port: { type: 'string', default: '4010' },
      conferences: { type: 'string', default: '240' },
      seed: { type: 'string', default: '1' },
      latency: { type: 'string', default: '0' },
      fault: { type: 'string' },
      'fault-count': { type: 'string' },
      'fault-match': { type: 'string' },
      quirk: { type: 'string', multiple: true, default: [] },
      now: { type: 'string' },
      freeze: { type: 'boolean', default: false },
      hostile: { type: 'boolean', default: false },
    },
  });
  const count = values['fault-count'];
  return {
    help: values.help,
    port: readWhole('--port', values.port, 0, 65_535),
    conferences: readWhole('--conferences', values.conferences, 0, 1_000_000),
    seed: readWhole('--seed', values.seed, 0, 2 ** 31 - 1),
    latency: readWhole('--latency', values.latency, 0, 600_000),
    fault: values.fault === undefined ? null : readFault(values.fault),
    faultCount: count === undefined ? undefined : readWhole('--fault-count', count, 1, 1_000_000),
    faultMatch: values['fault-match'],
    quirks: readQuirks(values.quirk),
    now: values.now === undefined ? null : readNow(values.now),
    freeze: values.freeze,
    hostile: values.hostile,
  };
}

function readWhole(flag: string, text: string, low: number, high: number): number {
  const number = /^\d+$/.test(text) ? Number(text) : Number.NaN;
  if (number >= low && number <= high) return number;
  throw new Error(`${flag} must be a whole number from ${low} to ${high}, not "${text}".`);
}

function readFault(text: string): FaultName {
  if (isFaultName(text)) return text;
  throw new Error(`--fault must be one of ${[...FAULTS.keys()].join(', ')}, not "${text}".`);
}

function readQuirks(pairs: readonly string[]): Partial<Quirks> {
  const named = Object.fromEntries(
    pairs.map((pair) => {
      const [name = '', ...value] = pair.split('=');
      return [name, value.join('=')];
    }),
  );
  const read = quirksSchema.partial().safeParse(named);
  if (read.success) return read.data;
  throw new Error(`--quirk must be NAME=VALUE of the list in --help, not "${pairs.join(' ')}".`);
}

function readNow(text: string): number {
  const instant = Date.parse(text);
  if (!Number.isNaN(instant)) return instant;
  throw new Error(`--now must be a time such as 2026-03-01T09:00:00Z, not "${text}".`);
}
