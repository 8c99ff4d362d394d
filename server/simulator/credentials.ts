import { createDice } from './space/dice.ts';

/** One project of the space and its API tokens. */
export interface Credentials {
  projectId: string;
  apiToken: string;
}

/** What the simulator lets in: the token it prints, and one without the Video scope. */
export interface Credentialled {
  credentials: Credentials;
  /** a valid token that may not list conferences */
  narrowToken: string;
}

/** Credentials that stay the same for a seed, so that a person's environment lines go on fitting. */
export function createCredentials(seed: number, given: Partial<Credentials>): Credentialled {
  const dice = createDice(seed, 5);
  const hex = () => dice.uuid().replaceAll('-', '');
  const projectId = dice.uuid();
  const credentials = { projectId, apiToken: `PT${hex()}${hex().slice(0, 16)}`, ...given };
  return { credentials, narrowToken: `PT${hex()}${hex().slice(0, 16)}` };
}

/** How a request presents itself. */
export type Presented = 'valid' | 'narrow' | 'wrong' | 'absent';

/** Prepares the check of an `Authorization` header: HTTP Basic, project as the user, token as the password. */
export function createAuthorizationCheck({ credentials, narrowToken }: Credentialled) {
  const basic = (token: string) => Buffer.from(`${credentials.projectId}:${token}`).toString('base64');
  const full = basic(credentials.apiToken);
  const narrow = basic(narrowToken);

  return function checkAuthorization(header: string | undefined): Presented {
    if (header === undefined) return 'absent';
    const [, sent] = /^Basic +(\S+)$/i.exec(header) ?? [];
    if (sent === full) return 'valid';
    return sent === narrow ? 'narrow' : 'wrong';
  };
}
