import { expect, it } from 'vitest';
import { createAir } from '../../../server/conferences/air.ts';

/** Whether a promise is fulfilled once everything that is ready has run. */
async function isDone(promise: Promise<void>): Promise<boolean> {
  return Promise.race([promise.then(() => true), new Promise<boolean>((end) => setImmediate(end, false))]);
}

it('answers fill the air up to its bound; then the oldest goes on and the others wait for it', async () => {
  const air = createAir(100);
  const [first, second, third] = [air.begin(), air.begin(), air.begin()];
  expect(await isDone(first.take(40))).toBe(true);
  expect(await isDone(second.take(60))).toBe(true);
  const late = third.take(1);
  expect(await isDone(late)).toBe(false);
  expect(await isDone(first.take(500))).toBe(true);
  expect(await isDone(late)).toBe(false);
  first.land();
  expect(await isDone(late)).toBe(true);
});

it('the next oldest goes on when the oldest lands, also when it takes more than there is room for', async () => {
  const air = createAir(100);
  const [first, second] = [air.begin(), air.begin()];
  await first.take(100);
  const waiting = second.take(200);
  expect(await isDone(waiting)).toBe(false);
  first.land();
  expect(await isDone(waiting)).toBe(true);
});

it('an answer that is given up waits for nothing and holds nothing', async () => {
  const air = createAir(100);
  const [first, second, third] = [air.begin(), air.begin(), air.begin()];
  await first.take(50);
  await second.take(50);
  const waiting = third.take(50);
  third.land();
  expect(await isDone(waiting)).toBe(true);
  second.land();
  second.land();
  const fourth = air.begin();
  expect(await isDone(fourth.take(50))).toBe(true);
  expect(await isDone(fourth.take(1))).toBe(false);
});
