/** The one line for the person who typed `npm start`; everything after it is the log. */
export function writeGreeting(origin: string, space: string, demo: boolean): string {
  if (!demo) return `Callboard shows ${space} at ${origin}`;
  return `Callboard shows a demo, simulated conferences, at ${origin} (for your own: set SIGNALWIRE_SPACE, SIGNALWIRE_PROJECT_ID and SIGNALWIRE_API_TOKEN)`;
}
