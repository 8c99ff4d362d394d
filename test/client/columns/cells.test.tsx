import { cleanup, render } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import { TimeCell } from '../../../client/columns/cells.tsx';
import { makeConference } from '../drawer/conferences.ts';

afterEach(cleanup);

/** The start of a conference, as its cell tells it to somebody in New York in 2026. */
function tellStart(join_from: string): string | null {
  const conference = makeConference({ join_from });
  const style = { zone: 'America/New_York', year: '2026', search: '', narrow: false };
  return render(<TimeCell conference={conference} column="join_from" style={style} />).container.textContent;
}

it('a time of another year is told with it, by the year where the reader is and not in Greenwich', () => {
  expect(tellStart('2027-01-01T04:00:00Z')).toBe('Thu 31 Dec, 23:00');
  expect(tellStart('2027-01-01T05:00:00Z')).toBe('1 Jan 2027, 00:00');
  expect(tellStart('2026-01-01T04:00:00Z')).toBe('31 Dec 2025, 23:00');
});
