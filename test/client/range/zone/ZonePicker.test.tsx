import { render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { browserZone } from '../../../../client/lib/zone.ts';
import { ZonePicker } from '../../../../client/range/zone/ZonePicker.tsx';

const NOON = Date.parse('2026-11-23T12:00:00Z');
const readClock = () => NOON;

function open(zone = '') {
  const onChange = vi.fn();
  render(<ZonePicker zone={zone} readClock={readClock} onChange={onChange} />);
  return { onChange, picker: screen.getByRole('combobox', { name: 'Time zone' }), user: userEvent.setup() };
}

/** What the first option says; its role alone would not do: whether four hundred can be seen takes a second to tell. */
const firstIs = (words: RegExp) =>
  waitFor(() => expect(document.querySelector('[role="option"]')?.textContent).toMatch(words));

describe('the time zone', () => {
  it("stands on the browser's own until another is chosen", () => {
    expect(open().picker).toHaveProperty('value', browserZone());
  });

  it("offers the browser's own and UTC before all others", async () => {
    const { picker, user } = open('Asia/Kolkata');
    expect(picker).toHaveProperty('value', 'Asia/Kolkata');
    await user.click(picker);
    await firstIs(/This browser/);
  });

  it.each([
    ['mumbai', /^Kolkata Asia UTC\+05:30/],
    ['kolkata', /^Kolkata Asia UTC\+05:30/],
    ['+5:45', /^Kathmandu Asia UTC\+05:45/],
    ['UTC-3:30', /^St Johns America UTC-03:30/],
    ['CET', /Europe UTC\+01:00 Central European Standard Time/],
    ['EST', /^New York America UTC-05:00/],
    ['sao p', /^Sao Paulo America UTC-03:00/],
    ['lord', /^Lord Howe Australia UTC\+11:00/],
  ])('is found by “%s”', async (typed, expected) => {
    const { picker, user } = open();
    await user.type(picker, typed);
    await firstIs(expected);
  });

  it('is chosen with the keys alone', async () => {
    const { onChange, picker, user } = open();
    await user.type(picker, 'apia');
    await screen.findByRole('option', { name: /^Apia Pacific/ });
    expect(picker.getAttribute('aria-activedescendant')).toBe(screen.getByRole('option').id);
    await user.keyboard('{Enter}');
    expect(onChange).toHaveBeenCalledExactlyOnceWith({ tz: 'Pacific/Apia' });
    expect(screen.queryByRole('listbox')).toBeNull();
  });

  it('is chosen with a press, and stays as it was on Escape', async () => {
    const { onChange, picker, user } = open();
    await user.type(picker, 'lisbon{Escape}');
    expect(picker).toHaveProperty('value', browserZone());
    await user.type(picker, 'lisbon');
    await user.click(await screen.findByRole('option', { name: /^Lisbon/ }));
    expect(onChange).toHaveBeenCalledExactlyOnceWith({ tz: 'Europe/Lisbon' });
  });

  it('takes a zone by its full name even when the list leaves it out', async () => {
    const { onChange, picker, user } = open();
    await user.type(picker, 'US/Hawaii');
    await screen.findByRole('option', { name: /Honolulu/ });
    await user.keyboard('{Enter}');
    expect(onChange).toHaveBeenCalledExactlyOnceWith({ tz: 'Pacific/Honolulu' });
  });

  it('says when no zone fits', async () => {
    const { onChange, picker, user } = open();
    await user.type(picker, 'atlantis');
    expect(await screen.findByText('No time zone is called “atlantis”.')).toBeDefined();
    await user.keyboard('{Enter}');
    expect(onChange).not.toHaveBeenCalled();
  });
});
