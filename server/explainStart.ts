import { ConfigError } from './config.ts';

/** Why the server did not start: a sentence for what a person can mend, the whole error for what nobody foresaw. */
export function explainStart(error: unknown): string {
  if (error instanceof ConfigError) return error.message;
  if (error instanceof Error && 'code' in error) {
    if (error.code === 'EADDRINUSE')
      return 'The port is in use: stop what runs there, or set PORT to another.';
    if ('path' in error) return `${error.path} cannot be read by this user (${error.code}).`;
    if (error.code === 'EACCES') return 'This user may not use that port: set PORT to one above 1023.';
    if (error.code === 'EADDRNOTAVAIL') return 'HOST is no address of this machine.';
  }
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
