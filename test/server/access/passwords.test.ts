import { describe, expect, it } from 'vitest';
import { COST, hashPassword, isPassword } from '../../../server/access/passwords.ts';
import { CHEAP } from '../../support/visitor.ts';

describe('a password', () => {
  it('is known by its hash, which is another each time', async () => {
    const hashes = await Promise.all([hashPassword('pässword', CHEAP), hashPassword('pässword', CHEAP)]);
    expect(hashes[0]).not.toBe(hashes[1]);
    // The second spelling has the two dots as a character of their own.
    for (const hash of hashes) expect(await isPassword('pa\u0308ssword', hash, CHEAP)).toBe(true);
    expect(await isPassword('password', hashes[0] ?? null, CHEAP)).toBe(false);
  });

  it.each(['', 'scrypt$4$1$x$y', 'plain'])('is never right against what is no hash: %j', async (hash) => {
    expect(await isPassword(hash, hash, CHEAP)).toBe(false);
  });

  it('of nobody takes as long as that of somebody', async () => {
    const hash = await hashPassword('correct horse', COST);
    const time = async (known: string | null) => {
      const begun = performance.now();
      await isPassword('wrong', known, COST);
      return performance.now() - begun;
    };
    // The fastest of three: a busy machine makes some slow, none fast.
    const times = async (known: string | null) =>
      Math.min(await time(known), await time(known), await time(known));
    expect(await times(null)).toBeGreaterThan((await times(hash)) / 3);
  });
});
