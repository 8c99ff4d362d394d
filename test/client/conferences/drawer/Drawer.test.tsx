import { act, cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { conference as conferenceSchema } from '#contract/conference.ts';
import { activeSession as sessionSchema } from '#contract/session.ts';
import { Drawer, type DrawerProps } from '../../../../client/conferences/drawer/Drawer.tsx';
import { makeConference, NOW, SESSION } from './conferences.ts';

beforeEach(() => {
  vi.useFakeTimers({ now: NOW, toFake: ['Date'] });
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

const user = () => userEvent.setup({ writeToClipboard: true });

const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }));

const PROPS: DrawerProps = {
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

const show = (props: Partial<DrawerProps> = {}) => render(<Drawer {...PROPS} {...props} />);

const section = (name: string) => within(screen.getByRole('region', { name }));

/** Label and value of a field, by its name on the wire. */
function readField(name: string): [string, string] {
  const field = document.querySelector(`[data-field="${name}"]`);
  const label = field?.querySelector('dt')?.textContent ?? '';
  return [label, field?.querySelector('dd')?.textContent ?? ''];
}

describe('the drawer', () => {
  it('is a complementary region named by the conference, with its six headings', () => {
    show();
    const drawer = within(screen.getByRole('complementary', { name: 'Morning round' }));
    expect(drawer.getAllByRole('heading', { level: 3 }).map(({ textContent }) => textContent)).toEqual([
      'Active session',
      'Schedule',
      'Theme',
      'Settings',
      'Metadata',
      'Raw',
    ]);
  });

  it('has a label and a value for each of the 28 + 20 fields, outside of Raw', () => {
    show();
    const fields = Object.keys(conferenceSchema.shape).filter((name) => name !== 'active_session');
    expect(fields).toHaveLength(28);
    expect(Object.keys(sessionSchema.shape)).toHaveLength(20);
    for (const name of fields.filter((field) => !/^(dark|light)_|^meta$/.test(field)))
      expect(readField(name), name).toEqual([expect.stringMatching(/\w/), expect.stringMatching(/\w/)]);
    for (const name of Object.keys(sessionSchema.shape)) {
      const [label, value] = readField(`active_session.${name}`);
      expect([name, label]).toEqual([name, expect.stringMatching(/\w/)]);
      expect([name, value]).toEqual([name, expect.stringMatching(/\w/)]);
    }
    const colours = within(screen.getByRole('table', { name: /Colour/ }));
    for (const name of fields.filter((field) => /^(dark|light)_/.test(field))) {
      const [theme, role] = name.split('_');
      expect(colours.getByRole('button', { name: new RegExp(`Copy ${theme} ${role} #`) })).toBeDefined();
    }
    expect(section('Metadata').getByRole('treeitem', { name: /ward: ?3/ })).toBeDefined();
  });

  it('closes on Escape from within and by its button, and steps where there is somewhere to go', async () => {
    const [onClose, onNext] = [vi.fn(), vi.fn()];
    show({ onClose, onNext });
    const hand = user();
    await hand.click(screen.getByRole('button', { name: 'Next conference' }));
    expect(onNext).toHaveBeenCalledOnce();
    await hand.keyboard('{Escape}');
    await hand.click(screen.getByRole('button', { name: 'Close' }));
    expect(onClose).toHaveBeenCalledTimes(2);
    expect(screen.getByRole('button', { name: 'Previous conference' }).ariaDisabled).toBe('true');
  });

  it('asks for another section by its button, and marks the one that is read', async () => {
    const onTab = vi.fn();
    show({ onTab, tab: 'schedule' });
    const sections = within(screen.getByRole('navigation', { name: 'Sections' }));
    expect(sections.getByRole('button', { current: true }).textContent).toBe('Schedule');
    await user().click(sections.getByRole('button', { name: 'Theme' }));
    expect(onTab).toHaveBeenCalledExactlyOnceWith('theme');
  });

  it('says what is to be said of its place in the list', () => {
    show({ note: 'Not in the current results' });
    expect(screen.getByText('Not in the current results')).toBeDefined();
  });

  it('copies the ID and the link to the conference', async () => {
    show();
    const hand = user();
    await hand.click(screen.getByRole('button', { name: `Copy ID ${PROPS.conference.id}` }));
    expect(await navigator.clipboard.readText()).toBe(PROPS.conference.id);
    await hand.click(screen.getByRole('button', { name: 'Copy link to this conference' }));
    expect(await navigator.clipboard.readText()).toBe('https://board.example/?c=1');
  });
});

describe('a session in the drawer', () => {
  it('ticks, and overruns by the clock alone', () => {
    vi.useFakeTimers({ now: NOW });
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
});

describe('the preview', () => {
  const image = () => screen.queryByRole('img', { name: 'Preview of Morning round' });

  it('is loaded only when asked for, and anew every 30 s while the last picture stands', () => {
    vi.useFakeTimers({ now: NOW });
    show();
    expect(image()).toBeNull();
    press('Show preview');
    const first = image();
    expect(first?.getAttribute('src')).toBe(SESSION.preview_url);
    act(() => void first?.dispatchEvent(new Event('load')));
    act(() => vi.advanceTimersByTime(30_000));
    expect(image()).toBe(first);
    const second = document.querySelector('img[alt=""]');
    expect(second?.getAttribute('src')).toMatch(new RegExp(`^${SESSION.preview_url}\\?round=\\d+$`));
    act(() => void second?.dispatchEvent(new Event('load')));
    expect(image()).toBe(second);
    expect(document.querySelectorAll('img')).toHaveLength(1);
    press('Hide preview');
    expect(image()).toBeNull();
  });

  it('keeps the last picture when the next one does not come, and says so until one does', () => {
    vi.useFakeTimers({ now: NOW });
    show();
    press('Show preview');
    const first = image();
    act(() => void first?.dispatchEvent(new Event('load')));
    act(() => vi.advanceTimersByTime(30_000));
    act(() => void document.querySelector('img[alt=""]')?.dispatchEvent(new Event('error')));
    expect(image()).toBe(first);
    expect(screen.getByText(/^This picture is not the newest/)).toBeDefined();
    act(() => vi.advanceTimersByTime(30_000));
    act(() => void document.querySelector('img[alt=""]')?.dispatchEvent(new Event('load')));
    expect(screen.queryByText(/^This picture is not the newest/)).toBeNull();
  });

  it('is taken for a video when it is no image, and says so when it is neither', () => {
    show();
    press('Show preview');
    act(() => void image()?.dispatchEvent(new Event('error')));
    const video = screen.getByLabelText('Preview of Morning round');
    expect(video.tagName).toBe('VIDEO');
    act(() => void video.dispatchEvent(new Event('error')));
    expect(screen.getByText(/The preview cannot be shown/)).toBeDefined();
    expect(screen.getByRole('link', { name: 'Open it by itself' }).getAttribute('href')).toBe(
      SESSION.preview_url,
    );
    press('Try again');
    expect(image()).not.toBeNull();
  });

  it.each([
    ['javascript:alert(1)', 'only https is loaded, and it is javascript:.'],
    ['https://evil.example/x.webp', "it lies on evil.example, not on the space's own host."],
  ])('is refused in a sentence, without link or image: %s', (preview_url, why) => {
    show({ conference: makeConference({ active_session: { ...SESSION, preview_url } }) });
    expect(screen.getByText(`The preview is not loaded: ${why}`)).toBeDefined();
    expect(screen.queryByRole('link')).toBeNull();
    expect(document.querySelector('img, video')).toBeNull();
    expect(readField('active_session.preview_url')[1]).toContain(preview_url);
  });

  it('says when it is switched off, and when there is none', () => {
    const off = { ...SESSION, enable_room_previews: false, preview_url: null };
    const { rerender } = show({ conference: makeConference({ active_session: off }) });
    expect(screen.getByText('Previews are switched off for this session.')).toBeDefined();
    const none = makeConference({ active_session: { ...off, enable_room_previews: true } });
    rerender(<Drawer {...PROPS} conference={none} />);
    expect(screen.getByText('There is no preview of this session.')).toBeDefined();
  });
});

describe('colours in the drawer', () => {
  const HOSTILE = [
    'red;}body{display:none}',
    'url(https://evil.example/x.png)',
    '#12',
    '#GGGGGG',
    '</style><script>alert(1)</script>',
    '🟥',
    '',
    'x'.repeat(10_000),
    '#044EF4\n',
    'var(--x,url(//evil.example))',
  ];

  it.each(HOSTILE)('are shown as text and reach no style when they are none: %j', (colour) => {
    show({ conference: makeConference({ dark_primary: colour, light_background: colour }) });
    const cells = ['dark_primary', 'light_background'].map((name) =>
      document.querySelector(`td[data-field="${name}"]`),
    );
    for (const cell of cells) {
      expect(cell?.textContent).toContain('invalid');
      expect(cell?.textContent).toContain(colour.trim().slice(0, 60) || 'empty text');
      expect(cell?.querySelector('svg rect, [style]')).toBeNull();
    }
    const painted = [...document.querySelectorAll('*')].flatMap((element) =>
      ['style', 'fill', 'stroke'].map((name) => element.getAttribute(name) ?? ''),
    );
    if (colour !== '') expect(painted.filter((value) => value.includes(colour))).toEqual([]);
    expect(document.querySelector('script, style, link')).toBeNull();
  });

  it('say whose they are', () => {
    show({ conference: makeConference({ dark_primary: '#7AA2FF', dark_success: null }) });
    const cell = (name: string) => document.querySelector(`td[data-field="${name}"]`)?.textContent;
    expect(cell('dark_primary')).toBe('#7AA2FF');
    expect(cell('dark_success')).toBe('#17BB58inherits the default');
    expect(cell('light_primary')).toBe('#044EF4default');
    expect(screen.getByText('The light theme is left at the documented defaults.')).toBeDefined();
  });

  it('are measured pair by pair, in words', () => {
    show();
    const contrast = within(screen.getByRole('table', { name: /Contrast/ }));
    const row = (name: RegExp) => contrast.getByRole('row', { name }).textContent;
    expect(row(/^Text on background/)).toBe('Text on background16.17:1 AAA16.17:1 AAA');
    expect(row(/^Success on background/)).toContain('2.53:1Text failsIndicator fails');
    expect(row(/^Negative on background/)).toContain('3.95:1Text failsIndicator AA');
    expect(row(/^Label on primary/)).toContain('6.17:1 AA');
  });

  it('come with the nearest that pass', () => {
    show();
    const advice = section('Nearest colours that pass');
    expect(advice.getByText(/^Dark and light success$/)).toBeDefined();
    expect(advice.getAllByRole('button', { name: /^Copy suggested dark and light success #/ })).toHaveLength(
      2,
    );
  });

  it('point out a dark theme that is light', () => {
    show();
    expect(screen.getByText('The dark theme is light: its background is #FFFFFF.')).toBeDefined();
    expect(screen.queryByText(/^The light theme is dark/)).toBeNull();
  });
});
