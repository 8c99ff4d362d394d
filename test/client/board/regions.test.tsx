import { QueryClientProvider } from '@tanstack/react-query';
import { act, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { LIST_HEADER, type PageAnswer } from '#contract/list.ts';
import { createBoardQueryClient } from '../../../client/api/createQueryClient.ts';
import { Board } from '../../../client/board/Board.tsx';
import { FaultBoundary } from '../../../client/ui/FaultBoundary.tsx';
import { wholeAt } from '../../support/listState.ts';
import { makeConference } from '../drawer/conferences.ts';

/** Every part of the page draws its name alone; the broken one throws. */
const { breakable, breakOnly } = vi.hoisted(() => {
  let broken = '';
  return {
    breakable: (name: string) => () => {
      if (broken === name) throw new Error(`${name} throws`);
      return `[${name}]`;
    },
    breakOnly(name: string) {
      broken = name;
    },
  };
});
vi.mock('../../../client/board/Header.tsx', () => ({ Header: breakable('header') }));
vi.mock('../../../client/board/Tiles.tsx', () => ({ Tiles: breakable('strip') }));
vi.mock('../../../client/board/toolbar/Toolbar.tsx', () => ({ Toolbar: breakable('toolbar') }));
vi.mock('../../../client/timeline/ListTimeline.tsx', () => ({ ListTimeline: breakable('picture') }));
vi.mock('../../../client/board/ListCard.tsx', () => ({ ListCard: breakable('list') }));
vi.mock('../../../client/drawer/session/ActiveSession.tsx', () => ({
  ActiveSession: breakable('Active session'),
}));
vi.mock('../../../client/drawer/schedule/Schedule.tsx', () => ({
  Schedule: breakable('Schedule'),
}));
vi.mock('../../../client/drawer/theme/Theme.tsx', () => ({ Theme: breakable('Theme') }));
vi.mock('../../../client/drawer/settings/Settings.tsx', () => ({
  Settings: breakable('Settings'),
}));
vi.mock('../../../client/drawer/metadata/Metadata.tsx', () => ({
  Metadata: breakable('Metadata'),
}));
vi.mock('../../../client/drawer/raw/Raw.tsx', () => ({ Raw: breakable('Raw') }));
vi.mock('../../../client/drawer/DrawerHead.tsx', () => ({ DrawerHead: breakable('drawer') }));

const { id: ID, raw: ROW } = makeConference();

/** The server's answer: a list of one, whose drawer the address opens. */
function answerList(): Response {
  const statuses = {
    overrunning: 0,
    live: 0,
    open: 0,
    scheduled: 0,
    unclear: 0,
    'always-open': 0,
    ended: 1,
    soon: 0,
  };
  const first = { overrunning: null, open: null, live: null, scheduled: null };
  const page: PageAnswer = {
    kind: 'page',
    rows: [{ key: 1, row: ROW }],
    total: 1,
    matching: 1,
    undated: 0,
    statuses,
    first,
    range: { from: null, until: null },
  };
  return Response.json(page, { headers: { [LIST_HEADER]: JSON.stringify(wholeAt(Date.now())) } });
}

const REGIONS = ['header', 'strip', 'toolbar', 'picture', 'list', 'drawer'];
const SECTIONS = ['Active session', 'Schedule', 'Theme', 'Settings', 'Metadata', 'Raw'];

const FAULT = 'This part had a fault of its own.';
const told = vi.fn();

beforeEach(() => {
  vi.stubGlobal('matchMedia', () => ({ matches: true, addEventListener() {}, removeEventListener() {} }));
  window.history.replaceState(null, '', `/?c=${ID}`);
  vi.stubGlobal('fetch', (address: string) =>
    address.includes('/search?') ? Promise.resolve(answerList()) : new Promise(() => {}),
  );
});
afterEach(() => {
  breakOnly('');
  told.mockClear();
  vi.unstubAllGlobals();
});

async function show() {
  await act(async () =>
    render(
      <FaultBoundary part="page">
        <QueryClientProvider client={createBoardQueryClient()}>
          <Board />
        </QueryClientProvider>
      </FaultBoundary>,
      {
        onCaughtError: (_error, { errorBoundary }) =>
          errorBoundary instanceof FaultBoundary && told(errorBoundary.props.part),
      },
    ),
  );
  await screen.findByText(/fault/);
}

/** What is on the page, of all that draws its name. */
const drawn = () => {
  const text = document.body.textContent;
  return [...REGIONS, ...SECTIONS].filter((name) => text.includes(`[${name}]`));
};

describe('a part of the page that throws', () => {
  it.each(REGIONS)(
    'the %s: goes alone, is told by its name, and comes back with Try again',
    async (region) => {
      breakOnly(region);
      await show();
      const gone = region === 'drawer' ? [region, ...SECTIONS] : [region];
      await vi.waitFor(() =>
        expect(drawn()).toEqual([...REGIONS, ...SECTIONS].filter((name) => !gone.includes(name))),
      );
      expect(screen.getAllByText(FAULT)).toHaveLength(1);
      expect(screen.getByRole('button', { name: 'Reload' })).toBeDefined();
      // The first answer of the list has it tried once more.
      expect(new Set(told.mock.calls.flat())).toEqual(new Set([region]));
      breakOnly('');
      await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
      expect(drawn()).toEqual([...REGIONS, ...SECTIONS]);
      expect(screen.queryByText(FAULT)).toBeNull();
    },
  );

  it.each(SECTIONS)('the section %s of the drawer: goes alone, under its heading', async (name) => {
    breakOnly(name);
    await show();
    const section = within(await screen.findByRole('region', { name }));
    expect(section.getByText(FAULT)).toBeDefined();
    expect(drawn()).toEqual([...REGIONS, ...SECTIONS].filter((other) => other !== name));
    breakOnly('');
    await userEvent.click(section.getByRole('button', { name: 'Try again' }));
    expect(drawn()).toEqual([...REGIONS, ...SECTIONS]);
  });
});
