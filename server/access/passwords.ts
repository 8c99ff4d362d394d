import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';

/** What a guess costs: 32 MiB and about a tenth of a second (OWASP's second choice). Tests set it low. */
export interface Cost {
  /** log2 of scrypt's N */
  work: number;
  /** scrypt's p */
  rounds: number;
}

export const COST: Cost = { work: 15, rounds: 3 };

const BLOCK = 8;
const KEY_BYTES = 32;

const derive = promisify<string, Buffer, number, object, Buffer>(scrypt);

/** The same characters give the same bytes, however the keyboard put them together. */
async function toKey(password: string, salt: Buffer, { work, rounds }: Cost): Promise<Buffer> {
  const N = 2 ** work;
  const maxmem = 256 * N * BLOCK;
  return derive(password.normalize('NFC'), salt, KEY_BYTES, { N, r: BLOCK, p: rounds, maxmem });
}

/** What is kept in place of a password: `scrypt$work$rounds$salt$key`. */
export async function hashPassword(password: string, cost: Cost = COST): Promise<string> {
  const salt = randomBytes(16);
  const key = await toKey(password, salt, cost);
  return ['scrypt', cost.work, cost.rounds, salt.toString('base64url'), key.toString('base64url')].join('$');
}

export const HASH_PATTERN = /^scrypt\$(\d{1,2})\$(\d{1,2})\$([\w-]{22})\$([\w-]{43})$/;

/** Whether a password is the one of a hash. Without a hash it takes as long, and is not. */
export async function isPassword(password: string, hash: string | null, cost: Cost): Promise<boolean> {
  const [, work, rounds, salt, key] = HASH_PATTERN.exec(hash ?? '') ?? [];
  if (salt === undefined || key === undefined) {
    await toKey(password, randomBytes(16), cost);
    return false;
  }
  const kept = { work: Number(work), rounds: Number(rounds) };
  return timingSafeEqual(
    await toKey(password, Buffer.from(salt, 'base64url'), kept),
    Buffer.from(key, 'base64url'),
  );
}
