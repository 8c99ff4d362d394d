import { ACTIONS } from './control/actions.ts';
import { describeQuirks } from './control/describe.ts';
import { FAULTS } from './faults/faults.ts';

const FLAGS = `A SignalWire space on this machine: GET /api/video/conferences with made-up conferences.

npm run simulator -- [flags]
  --port 4010           0 takes a free port
  --conferences 240     how many conferences there are
  --seed 1              another number gives other conferences
  --latency 0           ms that every answer is held back
  --fault NAME          a fault from the list below, for every request of the list
  --fault-count N       only for the next N requests
  --fault-match TEXT    only for requests whose path and query contain TEXT
  --quirk NAME=VALUE    from the list below; may stand several times
  --now TIME            the simulated time at the start, such as 2026-03-01T09:00:00Z
  --freeze              time stands still
  --hostile             every fifth conference holds hostile data
  --help                this text`;

/** All flags, and everything that the control path can do, with a curl line where it takes a body. */
export function writeHelp(): string {
  const actions = ACTIONS.map(({ method, path, says, example }) => {
    const body = example === undefined ? '' : ` -d '${JSON.stringify(example)}'`;
    return `  ${says}\n    curl -X ${method} http://127.0.0.1:4010${path}${body}`;
  });
  const faults = Array.from(FAULTS, ([name, { says }]) => `  ${name.padEnd(22)} ${says}`);
  const quirks = Object.entries(describeQuirks()).map(
    ([name, { values, says }]) => `  ${name.padEnd(14)} ${values.join(' | ').padEnd(38)} ${says}`,
  );
  return [
    FLAGS,
    '',
    'Over the control path, from this machine only (GET /control says what is set):',
    ...actions,
    '',
    'Faults:',
    ...faults,
    '',
    'Quirks, the default first:',
    ...quirks,
    '',
  ].join('\n');
}
