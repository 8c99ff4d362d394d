import { isIPv6 } from 'node:net';
import { LRUCache } from 'lru-cache';
import pLimit from 'p-limit';
import { RateLimiterMemory } from 'rate-limiter-flexible';

/** `later`: too many were wrong, so this one was not even looked at. */
type Verdict = 'right' | 'wrong' | 'later';

/** How many wrong passwords are looked at in a quarter of an hour. */
const MOST_WRONG = { ofUserFromAddress: 5, fromAddress: 30, ofUser: 50 };
const SECONDS = 15 * 60;
/** Passwords that are looked at side by side: each takes 32 MiB and a thread of four. */
const AT_ONCE = 2;
/** Those that wait; more are turned away. */
const MOST_WAITING = 200;
const MOST_KNOWN = 10_000;

/** Looks at passwords, as many as a person needs and fewer than somebody who guesses does. */
export interface Attempts {
  /** @param isRight looks at the password; is asked only when this user and address have attempts left */
  judge(user: string, address: string, isRight: () => Promise<boolean>): Promise<Verdict>;
}

/**
 * Wrong ones are counted for user and address together, for the address, and for the user. The last count, which
 * somebody else can fill, does not hold for addresses from which the user was right before: nobody is locked out.
 */
export function createAttempts(): Attempts {
  const create = (points: number) => new RateLimiterMemory({ points, duration: SECONDS });
  const pairs = create(MOST_WRONG.ofUserFromAddress);
  const addresses = create(MOST_WRONG.fromAddress);
  const users = create(MOST_WRONG.ofUser);
  const known = new LRUCache<string, true>({ max: MOST_KNOWN });
  const enqueue = pLimit(AT_ONCE);

  const isSpent = async (limiter: RateLimiterMemory, key: string) =>
    ((await limiter.get(key))?.consumedPoints ?? 0) >= limiter.points;

  return {
    async judge(user, address, isRight) {
      if (enqueue.pendingCount >= MOST_WAITING) return 'later';
      const from = toNetwork(address);
      const pair = `${user} ${from}`;
      // Counted and looked at in one place of the queue, or many at once would all be looked at before one counts.
      return enqueue(async () => {
        const spent = await Promise.all([
          isSpent(pairs, pair),
          isSpent(addresses, from),
          known.has(pair) ? false : isSpent(users, user),
        ]);
        if (spent.includes(true)) return 'later';
        if (await isRight()) {
          known.set(pair, true);
          await pairs.delete(pair);
          return 'right';
        }
        await Promise.all([pairs.penalty(pair), addresses.penalty(from), users.penalty(user)]);
        return 'wrong';
      });
    },
  };
}

/** An IPv4 address, or the /64 of an IPv6 one: whoever has one address of it has them all. */
function toNetwork(address: string): string {
  const mapped = /^::ffff:([\d.]+)$/i.exec(address)?.[1];
  if (mapped !== undefined || !isIPv6(address)) return mapped ?? address;
  const [head = '', tail] = address.split('::');
  const before = head.split(':').filter(Boolean);
  const after = tail?.split(':').filter(Boolean) ?? [];
  const zeros = Array<string>(Math.max(0, 8 - before.length - after.length)).fill('0');
  return [...before, ...zeros, ...after].slice(0, 4).join(':');
}
