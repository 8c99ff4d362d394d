import { describe, expect, test } from 'vitest';
import { createWalked } from '../../../client/roster/walked.ts';

function walkedOf(count: number) {
  const walked = createWalked();
  const positions = Array.from({ length: count }, () => walked.take());
  return { walked, positions };
}

describe('positions', () => {
  test('are kept by the rows that stay, whatever goes and moves', () => {
    const { walked } = walkedOf(4);
    const { gone } = walked.arrange(Int32Array.of(3, 0, 2));
    expect(gone).toEqual([1]);
    expect([...walked.order()]).toEqual([3, 0, 2]);
    expect([0, 1, 2, 3].map(walked.isThere)).toEqual([true, false, true, true]);
    expect(walked.after(3)).toBe(0);
    expect(walked.rankOf(3)).toBeLessThan(walked.rankOf(0));
  });

  test('of rows that went are taken again, but not before the next walk has ended', () => {
    const { walked } = walkedOf(3);
    walked.arrange(Int32Array.of(0, 2));
    expect(walked.take()).toBe(3);
    expect(walked.arrange(Int32Array.of(0, 2, 3)).free).toEqual([1]);
    expect(walked.take()).toBe(1);
    expect([...walked.order()]).toEqual([0, 2, 3, 1]);
  });

  test('do not multiply through fifty walks in which every row is replaced', () => {
    const { walked } = walkedOf(1000);
    let last = Int32Array.from(walked.order());
    for (let walk = 0; walk < 50; walk++) {
      last = Int32Array.from(last, () => walked.take());
      walked.arrange(last);
      expect(walked.order()).toHaveLength(1000);
    }
    expect(walked.capacity()).toBeLessThanOrEqual(3000);
  });

  test('an order that is as it was counts as no new arrangement', () => {
    const { walked } = walkedOf(3);
    const before = walked.arrangement();
    walked.arrange(Int32Array.of(0, 1, 2));
    expect(walked.arrangement()).toBe(before);
    walked.arrange(Int32Array.of(0, 2, 1));
    expect(walked.arrangement()).toBe(before + 1);
  });
});
