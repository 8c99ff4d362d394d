import { describe, expect, it } from 'vitest';
import { DEFAULT_COLUMNS, pinnedFirst, toLayout } from '../../../client/columns/columns.tsx';

describe('how columns are laid out', () => {
  it('status and name stand first, whatever the order, for they stay in sight', () => {
    expect(pinnedFirst(['size', 'name', 'layout', 'status'])).toEqual(['name', 'status', 'size', 'layout']);
    expect(pinnedFirst(['size', 'layout'])).toEqual(['size', 'layout']);
  });

  it('the name takes what the others leave, and no column goes for want of room', () => {
    const { tracks, rem, pins } = toLayout(DEFAULT_COLUMNS, {});
    expect(tracks).toBe('14rem minmax(13rem, 1fr) 19rem 7rem 7rem 6rem');
    expect(rem).toBe(66);
    expect(pins).toEqual({ status: '0rem', name: '14rem' });
  });

  it('on a phone the name has room for the window under it, and the next column shows an edge', () => {
    expect(toLayout(['status', 'name', 'size'], {}, 22.75).tracks).toBe('9.75rem minmax(11.75rem, 1fr) 6rem');
    expect(toLayout(['status', 'name', 'size'], {}, 18).tracks).toBe('9.75rem minmax(9rem, 1fr) 6rem');
  });

  it('a width that a reader chose wins', () => {
    expect(toLayout(['status', 'name', 'size'], { status: 20, size: 9 })).toEqual({
      tracks: '20rem minmax(13rem, 1fr) 9rem',
      rem: 42,
      pins: { status: '0rem', name: '20rem' },
      pinned: '33rem',
    });
  });

  it('without the name the others share what is left', () => {
    expect(toLayout(['layout', 'size'], {}).tracks).toBe('minmax(11rem, 11fr) minmax(6rem, 6fr)');
  });
});
