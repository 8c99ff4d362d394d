import { describe, expect, it } from 'vitest';
import { readAsOf, readStaleCode } from '../../../client/api/freshness.ts';

describe('how fresh an answer is', () => {
  it('takes its age off the present', () => {
    expect(readAsOf(new Headers({ Age: '7' }), 100_000)).toBe(93_000);
    expect(readAsOf(new Headers(), 100_000)).toBe(100_000);
    expect(readAsOf(new Headers({ Age: 'old' }), 100_000)).toBe(100_000);
  });

  it('names the failure that a kept answer stands in for', () => {
    const code = (status: string) => readStaleCode(new Headers({ 'Cache-Status': status }));
    expect(code('Callboard; hit; ttl=-12; detail=upstream_timeout')).toBe('upstream_timeout');
    expect(code('Callboard; hit; ttl=3')).toBe(null);
    expect(readStaleCode(new Headers())).toBe(null);
  });
});
