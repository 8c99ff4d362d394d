import { act, renderHook } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { useView } from '../../../client/view/useView.ts';

const query = () => window.location.search;
/** Longer than the address waits for its turn. */
const pause = () => act(() => vi.advanceTimersByTime(1_000));
/** The browser's way back, which it takes by itself. */
const back = () =>
  act(async () => {
    const arrived = new Promise((resolve) => window.addEventListener('popstate', resolve, { once: true }));
    window.history.back();
    await vi.advanceTimersByTimeAsync(50);
    await arrived;
  });

function setup() {
  const { result } = renderHook(() => useView());
  return {
    view: () => result.current[0],
    change: (...change: Parameters<(typeof result.current)[1]>) => act(() => result.current[1](...change)),
  };
}

beforeEach(() => {
  vi.useFakeTimers();
  for (const address of ['/?q=before', '/']) window.history.pushState(null, '', address);
  pause();
});
afterEach(() => {
  pause();
  vi.useRealTimers();
  vi.restoreAllMocks();
});

describe('a change of the view', () => {
  it('is seen and written into the address at once', () => {
    const { view, change } = setup();
    change({ q: 'choir' });
    expect([view().q, query()]).toEqual(['choir', '?q=choir']);
  });

  it('is a step that Back undoes, though the next came at once', async () => {
    const { view, change } = setup();
    change({ q: 'choir' });
    change({ page: 2 });
    pause();
    expect(query()).toBe('?q=choir&page=2');
    await back();
    expect([query(), view().q, view().page]).toEqual(['?q=choir', 'choir', 1]);
    await back();
    expect([query(), view().q]).toEqual(['', '']);
  });

  it('that replaces goes with the step before it', async () => {
    const { change } = setup();
    change({ q: 'c' });
    change({ q: 'choir' }, 'replace');
    pause();
    expect(query()).toBe('?q=choir');
    change({ q: 'choirs' }, 'replace');
    expect(query()).toBe('?q=choirs');
    await back();
    expect(query()).toBe('');
  });

  it('by a key that is held is shown each time, and written fewer times than Chromium drops', () => {
    const { view, change } = setup();
    const written = vi.spyOn(window.history, 'replaceState');
    for (let press = 1; press <= 900; press++) {
      change({ c: `c${press}` }, 'replace');
      expect(view().c).toBe(`c${press}`);
      act(() => vi.advanceTimersByTime(33));
    }
    pause();
    expect(query()).toBe('?c=c900');
    expect(written.mock.calls.length).toBeLessThan(200);
  });

  it('is written before a page is put away', () => {
    const { change } = setup();
    change({ q: 'choir' });
    change({ q: '' });
    expect(query()).toBe('?q=choir');
    window.dispatchEvent(new Event('pagehide'));
    expect(query()).toBe('');
  });

  it('gives way to Back, which was about the page on screen', async () => {
    const { view, change } = setup();
    change({ q: 'choir' });
    change({ page: 2 });
    await back();
    expect(view().page).toBe(1);
    pause();
    expect(query()).toBe('');
  });
});
