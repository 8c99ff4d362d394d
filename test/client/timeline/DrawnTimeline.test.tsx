import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Temporal } from 'temporal-polyfill/implementation';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { DrawnTimeline } from '../../../client/timeline/DrawnTimeline.tsx';
import { toSight } from '../../../client/timeline/span.ts';
import { toAsked } from '../../../client/timeline/useTimelineAnswer.ts';
import { createAnswer, createBars, HOUR } from './bars.ts';

/** Width of the picture, px: jsdom lays nothing out. */
const WIDTH = 1_080;

const NOON = Date.parse('2026-11-23T12:00:00Z');
const RANGE = { from: NOON, until: NOON + 10 * HOUR };

function open({ range = RANGE, zone = 'UTC' }: { range?: typeof RANGE; zone?: string } = {}) {
  const onRange = vi.fn();
  const onOpen = vi.fn();
  const bars = createBars([
    { title: 'Morning rounds', from: 1, until: 3, status: 'scheduled' },
    { title: 'Help desk', from: null, until: null, status: 'always-open' },
    { title: 'Hearing', from: -1, until: 1, status: 'live', session: -0.5 },
  ]);
  const settled = toSight(range, NOON);
  const { from, until, buckets } = toAsked(settled);
  render(
    <DrawnTimeline
      temporal={Temporal}
      answer={createAnswer(bars, { start: from, end: until }, buckets, NOON)}
      range={range}
      settled={settled}
      zone={zone}
      now={NOON}
      selectedId={null}
      onRange={onRange}
      onOpen={onOpen}
    />,
  );
  const region = within(screen.getByRole('region', { name: 'Timeline' }));
  const plot = region.getByRole('figure', { name: 'Picture' });
  const moment = region.getByRole('slider', { name: 'Moment' });
  return { onRange, onOpen, region, plot, moment, user: userEvent.setup() };
}

beforeEach(() => {
  vi.useFakeTimers({ now: NOON, shouldAdvanceTime: true });
  vi.stubGlobal('innerWidth', WIDTH);
  vi.stubGlobal(
    'ResizeObserver',
    class {
      observe() {}
      disconnect() {}
    },
  );
  vi.stubGlobal('matchMedia', () => new EventTarget());
  vi.spyOn(HTMLElement.prototype, 'clientWidth', 'get').mockReturnValue(WIDTH);
  vi.spyOn(HTMLCanvasElement.prototype, 'getContext').mockReturnValue(null);
  vi.spyOn(Element.prototype, 'getBoundingClientRect').mockReturnValue(new DOMRect(0, 0, WIDTH, 300));
  HTMLElement.prototype.setPointerCapture = vi.fn();
});

afterEach(() => {
  cleanup();
  vi.useRealTimers();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

describe('the timeline', () => {
  it('says which stretch of time it shows, in the zone', () => {
    const { region } = open({ zone: 'Asia/Kolkata' });
    expect(region.getByText(/^Mon,? 23 Nov,? 17:30 – Tue,? 24 Nov,? 03:30$/)).toBeDefined();
  });

  it.each([
    ['Zoom in', '2026-11-23T14:30:00Z', '2026-11-23T19:30:00Z'],
    ['Zoom out', '2026-11-23T07:00:00Z', '2026-11-24T03:00:00Z'],
    ['Later', '2026-11-23T17:25:00Z', '2026-11-24T03:25:00Z'],
    ['Earlier', '2026-11-23T06:35:00Z', '2026-11-23T16:35:00Z'],
    ['Centre on now', 'now-300m', 'now+300m'],
  ])('has a button “%s” for a range from %s to %s', async (name, from, to) => {
    const { onRange, region, user } = open();
    await user.click(region.getByRole('button', { name }));
    expect(onRange).toHaveBeenCalledExactlyOnceWith({ from, to });
  });

  it('writes ranges with the offset of the zone, the second 01:30 of a night too', async () => {
    const second = Date.parse('2026-11-01T06:30:00Z');
    const range = { from: second, until: second + 2 * HOUR };
    const { onRange, region, user } = open({ zone: 'America/New_York', range });
    await user.click(region.getByRole('button', { name: 'Zoom out' }));
    expect(onRange).toHaveBeenCalledExactlyOnceWith({
      from: '2026-11-01T01:30:00-04:00',
      to: '2026-11-01T04:30:00-05:00',
    });
  });

  it('makes a drag of the pointer the range', () => {
    const { onRange, plot } = open();
    // 108 px an hour, of which 40 px lie before the range
    fireEvent.pointerDown(plot, { button: 0, clientX: 140, pointerId: 1 });
    fireEvent.pointerMove(plot, { clientX: 340, pointerId: 1 });
    expect(plot.textContent).toMatch(/13:00.*15:00.*\(2 h 00 min\)/);
    fireEvent.pointerUp(plot, { clientX: 340, pointerId: 1 });
    expect(onRange).toHaveBeenCalledExactlyOnceWith({
      from: '2026-11-23T13:00:00Z',
      to: '2026-11-23T15:00:00Z',
    });
  });

  it('makes Shift and the arrow keys the range, once they come to rest', async () => {
    const { onRange, moment, user } = open();
    moment.focus();
    await user.keyboard('{ArrowRight}');
    await user.keyboard('{Shift>}{ArrowRight}{/Shift}{Shift>}{ArrowRight}{ArrowRight}{/Shift}');
    expect(moment.getAttribute('aria-valuetext')).toMatch(/^Chosen: .*12:15 – .*13:00$/);
    expect(onRange).not.toHaveBeenCalled();
    await waitFor(() =>
      expect(onRange).toHaveBeenCalledExactlyOnceWith({
        from: '2026-11-23T12:15:00Z',
        to: '2026-11-23T13:00:00Z',
      }),
    );
  });

  it('takes a choice of the keys at once on Enter, and drops it on Escape', async () => {
    const { onRange, moment, user } = open();
    moment.focus();
    await user.keyboard('{Shift>}{ArrowRight}{/Shift}{Escape}{Enter}');
    expect(onRange).not.toHaveBeenCalled();
    await user.keyboard('{Shift>}{ArrowRight}{Enter}{/Shift}');
    expect(onRange).toHaveBeenCalledOnce();
  });

  it('tells how many are open and in session at the cursor', async () => {
    const { moment, user } = open();
    expect(moment.getAttribute('aria-valuetext')).toMatch(/12:00: 2 open, 1 in session$/);
    moment.focus();
    await user.keyboard('{ArrowRight>6/}');
    expect(moment.getAttribute('aria-valuetext')).toMatch(/13:30: 2 open, 0 in session$/);
  });

  it('has a table that says the same, most urgent first, from which conferences open', async () => {
    const { onOpen, region, user } = open();
    await user.click(region.getByRole('button', { name: 'As a table' }));
    const rows = () =>
      within(region.getByRole('table', { name: 'Timeline: which and when' }))
        .getAllByRole('row')
        .map((row) => row.textContent.replaceAll(',', ''));
    expect(rows()).toEqual([
      'WhatStateWhen open',
      'HearingLiveMon 23 Nov 11:00 – Mon 23 Nov 13:00 in session for 30 min',
      'Morning roundsScheduledMon 23 Nov 13:00 – Mon 23 Nov 15:00',
      'Help deskAlways openNo dates',
    ]);
    await user.click(region.getByRole('button', { name: 'Hearing' }));
    expect(onOpen).toHaveBeenCalledExactlyOnceWith('bar-2');
  });

  it('counts in a table how many are open at a time', async () => {
    const { region, user } = open();
    await user.click(region.getByRole('button', { name: 'As a table' }));
    const table = within(region.getByRole('table', { name: 'Timeline: how many at a time' }));
    const cells = table.getAllByRole('row').map((row) => row.textContent.replaceAll(',', ''));
    expect(cells.slice(0, 4)).toEqual([
      'TimeWindows openSessions running',
      'Mon 23 Nov 12:0021',
      'Mon 23 Nov 13:0030',
      'Mon 23 Nov 14:0020',
    ]);
  });

  it('opens the conference whose bar is pressed', () => {
    const { onOpen, onRange, plot } = open();
    // The mocked boxes all begin at 0: the first lane lies within the first 24 px.
    fireEvent.pointerDown(plot, { button: 0, clientX: 60, clientY: 10, pointerId: 1 });
    fireEvent.pointerUp(plot, { clientX: 60, clientY: 10, pointerId: 1 });
    expect(onOpen).toHaveBeenCalledExactlyOnceWith('bar-2');
    expect(onRange).not.toHaveBeenCalled();
  });
});
