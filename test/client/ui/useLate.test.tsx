import { act, renderHook } from '@testing-library/react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { useLate } from '../../../client/ui/useLate.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

it('what waits is late after its time and not before, is no longer so when it ends, and begins anew', () => {
  const { result, rerender } = renderHook(({ is }) => useLate(is, 200), { initialProps: { is: false } });
  const pass = (ms: number) => act(() => vi.advanceTimersByTime(ms));
  rerender({ is: true });
  pass(199);
  expect(result.current).toBe(false);
  pass(1);
  expect(result.current).toBe(true);
  rerender({ is: false });
  expect(result.current).toBe(false);
  rerender({ is: true });
  pass(199);
  expect(result.current).toBe(false);
});
