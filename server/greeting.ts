import type { Config } from './config.ts';

interface GreetingFacts extends Pick<Config, 'access' | 'allowedHosts'> {
  /** where the server listens */
  origin: string;
  /** origin of the space */
  space: string;
  demo: boolean;
}

/** The one line for the person who started it: what is shown, where, and to whom. Everything after it is the log. */
export function writeGreeting({ origin, space, demo, ...reach }: GreetingFacts): string {
  const shown = demo ? 'a demo, simulated conferences,' : space;
  const advice = demo
    ? '; for your own set SIGNALWIRE_SPACE, SIGNALWIRE_PROJECT_ID and SIGNALWIRE_API_TOKEN'
    : '';
  return `Callboard shows ${shown} at ${origin}, ${writeReach(reach)}${advice}`;
}

function writeReach({ access, allowedHosts }: Pick<Config, 'access' | 'allowedHosts'>): string {
  if (access.mode !== 'none') {
    const { origin, basePath } = access.site;
    return `to people who sign in (AUTH_MODE=${access.mode}) at ${origin}${basePath}/`;
  }
  const others = allowedHosts.length === 0 ? '' : `, and under ${allowedHosts.join(', ')} to whoever asks`;
  return `without a sign-in (AUTH_MODE=none)${others}`;
}
