import { act, cleanup, screen } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { makeConference, NOW, SESSION } from '../conferences.ts';
import { freeze, readField, section, show, withDrawers } from '../show.tsx';

withDrawers();

describe('a session in the drawer', () => {
  it('ticks, and overruns by the clock alone', () => {
    freeze();
    show();
    expect(section('Active session').getAllByText('1:00:00')).toHaveLength(2);
    act(() => vi.advanceTimersByTime(2_000));
    expect(section('Active session').getByText('1:00:02')).toBeDefined();
    expect(section('Active session').getByText('59:58')).toBeDefined();
    act(() => {
      vi.setSystemTime(NOW + 3_600_000 + 65_000);
      vi.advanceTimersByTime(1_000);
    });
    expect(section('Active session').getByText('Overrun by')).toBeDefined();
    expect(screen.getByText('Overrunning')).toBeDefined();
  });

  it('that all have left leaves nobody there since then, and not since the window opened', () => {
    freeze();
    const ended = { ...SESSION, status: 'completed', end_time: '2026-11-23T11:57:00Z' };
    show({ conference: makeConference({ active_session: ended }) });
    expect(screen.getByText('Nobody there').parentElement?.textContent).toBe('Nobody there for 3 min');
    cleanup();
    show({ conference: makeConference({ join_from: null }) });
    expect(screen.getByText('Nobody there').parentElement?.textContent).toBe('Nobody there no start is set');
  });

  it('is told in the chosen zone, in units', () => {
    show();
    expect(readField('active_session.start_time')[1]).toContain('23 Nov 2026, 16:30');
    expect(readField('active_session.remove_after_seconds_elapsed')[1]).toBe('1 h 05 min (3,900 s)');
    expect(readField('active_session.max_members')[1]).toBe('50 people at most');
    expect(readField('active_session.fps')[1]).toBe('30 frames a second');
    expect(readField('active_session.duration')[1]).toContain('not set');
  });

  it('points out what the conference itself says otherwise', () => {
    show({ conference: makeConference({ active_session: { ...SESSION, layout: '3x3', quality: '1080p' } }) });
    expect(readField('active_session.layout')[1]).toBe('3x3Differs: the conference says grid-responsive');
    expect(readField('active_session.quality')[1]).toBe('1080pDiffers: the conference says 720p');
    expect(screen.getAllByText(/^Differs/)).toHaveLength(2);
  });

  it('repeats a date that is none', () => {
    show({ conference: makeConference({ active_session: { ...SESSION, start_time: 'yesterday' } }) });
    expect(readField('active_session.start_time')[1]).toBe('yesterday is not a date');
  });

  it('folds what is not set, below the rest', () => {
    show();
    const words = section('Active session').getByText('2 not set');
    const folded = words.closest('details');
    expect(folded?.open).toBe(false);
    const names = [...(folded?.querySelectorAll('[data-field]') ?? [])].map((field) =>
      field.getAttribute('data-field'),
    );
    expect(names).toEqual(['active_session.end_time', 'active_session.duration']);
  });
});
