import { act, renderHook } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { useView } from '../../../client/view/useView.ts';

const query = () => window.location.search;
/** More than the frame that shows a change, and its way to the screen. */
const nextFrame = () => act(() => vi.advanceTimersByTime(50));
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
});
afterEach(() => {
  nextFrame();
  vi.useRealTimers();
  vi.restoreAllMocks();
});

describe('a change of the view', () => {
  it('is seen at once, and written into the address with the frame that shows it', () => {
    const { view, change } = setup();
    change({ q: 'choir' });
    expect([view().q, query()]).toEqual(['choir', '']);
    nextFrame();
    expect(query()).toBe('?q=choir');
  });

  it('is a step that Back undoes, though the next came within a frame', async () => {
    const { view, change } = setup();
    change({ q: 'choir' });
    change({ page: 2 });
    nextFrame();
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
    nextFrame();
    expect(query()).toBe('?q=choir');
    change({ q: 'choirs' }, 'replace');
    nextFrame();
    expect(query()).toBe('?q=choirs');
    await back();
    expect(query()).toBe('');
  });

  it('is written before a page is put away or hidden', () => {
    const { change } = setup();
    change({ q: 'choir' });
    window.dispatchEvent(new Event('pagehide'));
    expect(query()).toBe('?q=choir');
    vi.spyOn(document, 'visibilityState', 'get').mockReturnValue('hidden');
    change({ q: '' });
    expect(query()).toBe('');
  });

  it('gives way to Back, which was about the page on screen', async () => {
    const { view, change } = setup();
    change({ q: 'choir' });
    nextFrame();
    change({ q: 'choir', page: 2 });
    act(() => window.dispatchEvent(new PopStateEvent('popstate')));
    expect(view().page).toBe(1);
    nextFrame();
    expect(query()).toBe('?q=choir');
  });
});
