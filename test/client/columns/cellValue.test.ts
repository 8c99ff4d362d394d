import { expect, it } from 'vitest';
import { toCellValue, writeFilterValue } from '../../../client/columns/cellValue.ts';
import { makeConference } from '../drawer/conferences.ts';

const AT = { zone: 'UTC', now: Date.parse('2026-03-10T12:00:00Z'), old: null };

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

it('the length of a window is copied as it is read, and no field that has its name', () => {
  const window = { join_from: '2026-03-10T12:00:00Z', join_until: '2026-03-10T13:30:00Z', length: 'unknown' };
  expect(toCellValue(makeConference(window), 'length', AT)).toEqual({
    value: '90',
    copied: '1 h 30 min',
    more: null,
  });
  expect(toCellValue(makeConference({ ...window, join_until: null }), 'length', AT).copied).toBeNull();
});

it('a status whose ground is old is told as what it was, and claims nothing that the clock alone makes', () => {
  const session = {
    id: 'session-9',
    status: 'in-progress',
    start_time: '2026-03-10T11:00:00Z',
    end_time: null,
  };
  const window = { join_from: '2026-03-10T11:00:00Z', join_until: '2026-03-10T11:55:00Z' };
  const live = makeConference({ ...window, active_session: session });
  const old = { asOf: Date.parse('2026-03-10T11:50:00Z'), zone: 'UTC' };
  expect(toCellValue(live, 'status', AT).copied).toBe('Overrunning');
  expect(toCellValue(live, 'status', { ...AT, old })).toEqual({
    value: 'live',
    copied: 'Was live at 11:50',
    more: null,
  });
});
