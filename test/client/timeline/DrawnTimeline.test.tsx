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

interface Opened {
  range?: typeof RANGE;
  zone?: string;
  /** ms; the answer is of noon */
  now?: number;
  asOf?: number;
}

function open({ range = RANGE, zone = 'UTC', now = NOON, asOf }: Opened = {}) {
  const onRange = vi.fn();
  const onOpen = vi.fn();
  const onMove = vi.fn();
  const bars = createBars([
    { title: 'Morning rounds', from: 1, until: 3, status: 'scheduled' },
    { title: 'Help desk', from: null, until: null, status: 'always-open' },
    { title: 'Hearing', from: -1, until: 1, status: 'live', session: -0.5 },
  ]);
  const settled = toSight(null, range, NOON);
  const { from, until, buckets } = toAsked(settled);
  render(
    <DrawnTimeline
      temporal={Temporal}
      answer={createAnswer(bars, { start: from, end: until }, buckets, NOON)}
      range={range}
      settled={settled}
      zone={zone}
      now={now}
      asOf={asOf ?? null}
      lanes
      selectedId={null}
      onLanes={() => {}}
      onMove={onMove}
      onRange={onRange}
      onOpen={onOpen}
    />,
  );
  const region = within(screen.getByRole('region', { name: 'Timeline' }));
  const plot = region.getByRole('figure', { name: 'Picture' });
  const moment = region.getByRole('slider', { name: 'Moment' });
  return { onRange, onMove, onOpen, region, plot, moment, user: userEvent.setup() };
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
    expect(region.getByText(/^Mon,? 23 Nov,? 17:06 – Tue,? 24 Nov,? 03:54$/)).toBeDefined();
  });

  it.each([
    ['Zoom in', '14:18', '19:42'],
    ['Zoom out', '06:12', '03:48'],
    ['Later', '17:00', '03:48'],
    ['Earlier', '06:12', '17:00'],
  ])('has a button “%s” that moves the picture alone: %s – %s', async (name, from, to) => {
    const { onRange, onMove, region, user } = open();
    await user.click(region.getByRole('button', { name }));
    const [{ start, end }] = onMove.mock.calls[0] ?? [{}];
    expect([start, end].map((instant) => new Date(instant).toISOString().slice(11, 16))).toEqual([from, to]);
    expect(onRange).not.toHaveBeenCalled();
  });

  it('has a button that puts now in its middle and keeps it there', async () => {
    const { onMove, region, user } = open();
    await user.click(region.getByRole('button', { name: 'Centre on now' }));
    expect(onMove).toHaveBeenCalledExactlyOnceWith({ around: expect.closeTo(10.8 * HOUR, 1) });
  });

  it('writes ranges with the offset of the zone, the second 01:30 of a night too', async () => {
    const second = Date.parse('2026-11-01T06:30:00Z');
    const range = { from: second, until: second + 2 * HOUR };
    const { onRange, region, user } = open({ zone: 'America/New_York', range });
    await user.click(region.getByRole('button', { name: /^Show only these/ }));
    expect(onRange).toHaveBeenCalledExactlyOnceWith({
      from: '2026-11-01T01:25:00-05:00',
      to: '2026-11-01T03:35:00-05:00',
    });
  });

  it('names its areas, and says what it does not know instead of a 0', () => {
    const { region } = open();
    const items = region.getAllByRole('listitem').map((item) => item.textContent.trim());
    expect(items.slice(0, 3)).toEqual([
      'windows open, peak 2',
      'in session now, 1',
      'past and future sessions are not known',
    ]);
  });

  it('still names the area of sessions when nothing is known of now', () => {
    const { region } = open({ now: NOON + HOUR });
    const items = region.getAllByRole('listitem').map((item) => item.textContent.trim());
    expect(items[1]).toBe('in session when last asked, 1');
  });

  it('says of sessions when they were last asked for, where what is known is old', () => {
    const { region } = open({ asOf: NOON - HOUR / 4 });
    const items = region.getAllByRole('listitem').map((item) => item.textContent.trim());
    expect(items[1]).toBe('in session when last asked, 1');
  });

  it('says what is counted where the pointer rests, and not while a stretch is drawn', () => {
    const { plot } = open();
    // 108 px an hour, of which 40 px lie before the range
    fireEvent.pointerMove(plot, { clientX: 40 + 2 * 108, pointerId: 1 });
    expect(plot.textContent).toMatch(/Mon 23 Nov, 14:0\d · 2 open/);
    fireEvent.pointerDown(plot, { button: 0, clientX: 256, pointerId: 1 });
    fireEvent.pointerMove(plot, { clientX: 340, pointerId: 1 });
    expect(plot.textContent).not.toMatch(/14:0\d · 2 open/);
    fireEvent.pointerLeave(plot);
    expect(plot.textContent).not.toMatch(/Mon 23 Nov, 14:0\d · 2 open/);
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
    expect(moment.getAttribute('aria-valuetext')).toMatch(/13:30: 2 open$/);
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
      'TimeWindows openIn session',
      'Mon 23 Nov 11:362at least 1',
      'Mon 23 Nov 12:0021',
      'Mon 23 Nov 13:002not yet known',
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
