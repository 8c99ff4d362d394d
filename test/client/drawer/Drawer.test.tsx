import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { conference as conferenceSchema } from '#contract/conference.ts';
import { activeSession as sessionSchema } from '#contract/session.ts';
import { makeConference } from './conferences.ts';
import { PROPS, readField, section, show, withDrawers } from './show.tsx';

withDrawers();

const WORDS = expect.stringMatching(/\w/);
/** Words, and not that there are none: the example has a value in each of its own fields. */
const SAID = expect.stringMatching(/^(?!.*not set).*\w/s);

const user = () => userEvent.setup({ writeToClipboard: true });

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

  it('has a label and a value for every field of a conference and its session, outside of Raw', () => {
    show();
    const fields = Object.keys(conferenceSchema.shape).filter((name) => name !== 'active_session');
    for (const name of fields.filter((field) => !/^(dark|light)_|^meta$/.test(field)))
      expect([name, ...readField(name)]).toEqual([name, SAID, SAID]);
    for (const name of Object.keys(sessionSchema.shape)) {
      const [label, value] = readField(`active_session.${name}`);
      expect([name, label, value]).toEqual([name, WORDS, WORDS]);
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

it('says in words which fields the server could not pass on, and does not call the metadata missing', () => {
  const fields = { meta: undefined, callboard_left_out: ['meta', 'extra'] };
  show({ conference: makeConference(fields) });
  expect(screen.getByText('The fields meta, extra are not shown: they are nested too deeply.')).toBeDefined();
  expect(section('Metadata').getByText('The metadata is nested too deeply to be shown.')).toBeDefined();
});
