import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

/** 256 bits that nobody guesses, in 43 characters that fit into a cookie and an address. */
export const createToken = () => randomBytes(32).toString('base64url');

/** What is kept in place of a token: whoever reads it cannot come back with it. */
export const hashToken = (token: string) => createHash('sha256').update(token).digest('base64url');

/** Whether a text is a secret, without saying by its time how much of it is right. */
export function isSecret(given: string, secret: string): boolean {
  return timingSafeEqual(
    createHash('sha256').update(given).digest(),
    createHash('sha256').update(secret).digest(),
  );
}
