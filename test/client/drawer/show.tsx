import { cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import { afterEach, beforeEach, vi } from 'vitest';
import { learnServerTime, readMoment } from '../../../client/clock.ts';
import { Drawer, type DrawerProps } from '../../../client/drawer/Drawer.tsx';
import { makeConference, NOW, SESSION } from './conferences.ts';

/** For the tests of one file: the clock stands at NOW, and what jsdom lacks is there. */
export function withDrawers(): void {
  beforeEach(() => {
    freeze({ toFake: ['Date'] });
    // jsdom lays nothing out, so there is never a size to observe.
    vi.stubGlobal(
      'ResizeObserver',
      class {
        observe() {}
        disconnect() {}
      },
    );
  });
  afterEach(() => {
    cleanup();
    vi.useRealTimers();
    vi.unstubAllGlobals();
  });
}

/** Sets browser and page to NOW. */
export function freeze(options: NonNullable<Parameters<typeof vi.useFakeTimers>[0]> = {}): void {
  vi.useFakeTimers({ now: NOW, ...options });
  // By way of another hour: what is off by less than a second is not corrected.
  for (const time of [NOW - 3_600_000, NOW]) learnServerTime(time, readMoment(), readMoment());
}

export const PROPS: DrawerProps = {
  conference: makeConference({ active_session: SESSION }),
  zone: 'Asia/Kolkata',
  origin: 'https://acme.signalwire.com',
  place: 'beside',
  note: null,
  tab: 'session',
  onTab: () => {},
  link: () => 'https://board.example/?c=1',
  onClose: () => {},
  onPrevious: null,
  onNext: null,
};

export const show = (props: Partial<DrawerProps> = {}) => render(<Drawer {...PROPS} {...props} />);

export const section = (name: string) => within(screen.getByRole('region', { name }));

/** Label and value of a field, by its name on the wire. */
export function readField(name: string): [string, string] {
  const field = document.querySelector(`[data-field="${name}"]`);
  const label = field?.querySelector('dt')?.textContent ?? '';
  return [label, field?.querySelector('dd')?.textContent ?? ''];
}

export const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }));
