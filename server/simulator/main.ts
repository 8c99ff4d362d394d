import { readFlags } from './flags.ts';
import { writeHelp } from './help.ts';
import { createSimulator } from './simulator.ts';

const flags = readFlags(process.argv.slice(2));
if (typeof flags === 'string') {
  process.stderr.write(`${flags}\n`);
  process.exit(1);
}
if (flags.help) {
  process.stdout.write(writeHelp());
  process.exit(0);
}

const simulator = createSimulator(flags);
// Frozen first: between the two a millisecond may pass.
if (flags.freeze) simulator.clock.freeze();
if (flags.now !== null) simulator.clock.set(flags.now);
simulator.setFault(flags.fault, flags.faultCount, flags.faultMatch);

for (const signal of ['SIGINT', 'SIGTERM']) {
  process.once(signal, () => simulator.close().then(() => process.exit(0)));
}

try {
  const origin = await simulator.listen(flags.port);
  const { projectId, apiToken } = simulator.credentials;
  process.stdout.write(
    [
      `SIGNALWIRE_SPACE=${origin}`,
      `SIGNALWIRE_PROJECT_ID=${projectId}`,
      `SIGNALWIRE_API_TOKEN=${apiToken}`,
      `# a token without the Video scope: ${simulator.narrowToken}`,
      `# control: curl ${origin}/control`,
      '',
    ].join('\n'),
  );
} catch (error) {
  process.stderr.write(
    `The simulator cannot listen on port ${flags.port}: ${error instanceof Error ? error.message : error}.\n`,
  );
  process.exit(1);
}
