import { screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { makeConference } from '../conferences.ts';
import { press, section, show, withDrawers } from '../show.tsx';

withDrawers();

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

  it('are summed up in a line: how many fail, and whose they are', () => {
    const good = { light_success: '#006622', light_negative: '#aa0022' };
    show({ conference: makeConference({ dark_primary: '#eeeeee', dark_foreground: '#dddddd', ...good }) });
    expect(screen.getByText('Dark: 4 of 5 fail AA · Light: passes')).toBeDefined();
  });

  it('say in the line that a theme is the default', () => {
    show();
    expect(
      screen.getByText(
        'Dark: 2 of 5 fail AA, left at the default · Light: 2 of 5 fail AA, left at the default',
      ),
    ).toBeDefined();
  });

  it('say in the line what cannot be measured', () => {
    show({ conference: makeConference({ dark_background: 'red' }) });
    expect(screen.getByText(/^Dark: 4 of 5 cannot be measured · Light: 2 of 5/)).toBeDefined();
  });

  it('are shown as two small meeting pages with their names', () => {
    show();
    for (const name of ['Dark', 'Light']) {
      const caption = screen.getByText(name, { selector: 'figcaption' });
      const figure = within(caption.closest('figure') ?? document.body);
      expect(figure.getByRole('img', { name: `Meeting page, ${name.toLowerCase()} theme` })).toBeDefined();
    }
  });

  it('are copied over plain http too, where a page has no clipboard', async () => {
    const copied: string[] = [];
    Object.assign(document, {
      execCommand: () => {
        const field = document.activeElement;
        copied.push(
          field instanceof HTMLTextAreaElement
            ? field.value.slice(field.selectionStart, field.selectionEnd)
            : '',
        );
        return true;
      },
    });
    expect('clipboard' in navigator).toBe(false);
    show();
    press('Copy dark primary #044EF4');
    expect(copied).toEqual(['#044EF4']);
    expect(await screen.findByText('Copied')).toBeDefined();
    expect(document.querySelector('textarea')).toBeNull();
  });
});
