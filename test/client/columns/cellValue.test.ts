import { expect, it } from 'vitest';
import { toCellValue, writeFilterValue } from '../../../client/columns/cellValue.ts';
import { makeConference } from '../drawer/conferences.ts';

const AT = { zone: 'UTC', now: Date.parse('2026-03-10T12:00:00Z') };

it('a cell tells its whole text, whatever the column, for what is cut to be read', () => {
  const session = { id: 'session-9', status: 'in-progress' };
  const conference = makeConference({ quality: 'a-quality-that-nobody-knows', active_session: session });
  expect(toCellValue(conference, 'quality', AT).more).toBe('a-quality-that-nobody-knows');
  expect(toCellValue(conference, 'session_id', AT).more).toBe('session-9');
});

it('a word "none" and no value at all are told apart', () => {
  expect(writeFilterValue('layout', '')).toBe('none');
  expect(writeFilterValue('layout', 'none')).toBe('“none”');
});
