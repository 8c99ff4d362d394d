import { describe, expect, it } from 'vitest';
import { toSessionClocks } from '../../../../client/drawer/session/sessionClocks.ts';
import { toSessionStory } from '../../../../client/drawer/session/sessionStory.ts';
import { makeConference, NOW, SESSION } from '../conferences.ts';

const HOUR = 3_600_000;

/** Story and clocks of a conference at an instant, as lines. */
function read(fields: Record<string, unknown>, now = NOW): string[] {
  const conference = makeConference(fields);
  const clocks = toSessionClocks(conference, now).map(({ label, value }) => `${label} ${value}`);
  return [toSessionStory(conference, now), ...clocks];
}

describe('what is told of a session', () => {
  it('counts a live one up, and its window and removal down', () => {
    expect(read({ active_session: SESSION })).toEqual([
      'People are in it.',
      'Running for 1:00:00',
      'Window closes in 1:00:00',
      'Everyone removed in 2:00:00',
    ]);
  });

  it('counts past the end of the window, and says what that means', () => {
    expect(read({ active_session: SESSION }, NOW + HOUR + 61_000)).toEqual([
      'People are in it past the end of its window. Nobody new may join; it runs until all have left.',
      'Running for 2:01:01',
      'Overrun by 1:01',
      'Everyone removed in 58:59',
    ]);
    expect(read({ active_session: SESSION }, NOW + 3 * HOUR).at(-1)).toBe(
      'Everyone was to be removed 1 h 00 min ago',
    );
  });

  it('says of one that is over when it ended and how long it lasted', () => {
    const active_session = {
      ...SESSION,
      status: 'completed',
      end_time: '2026-11-23T11:48:00Z',
      duration: 3000,
    };
    expect(read({ active_session })).toEqual([
      'The last session is over.',
      'Session ended 12 min ago',
      'It lasted 50 min',
      'Window closes in 1:00:00',
    ]);
    expect(read({ active_session: { ...active_session, duration: null } })).toContain('It lasted 48 min');
    expect(read({ active_session: { ...active_session, duration: null, end_time: null } })).toEqual([
      'The last session is over; when it ended is not said.',
      'Window closes in 1:00:00',
    ]);
  });

  it('counts down to an end that is already set', () => {
    expect(read({ active_session: { ...SESSION, end_time: '2026-11-23T12:12:00Z' } })).toEqual([
      'The session says when it ends, so it no longer counts as live, though that time lies ahead.',
      'Session ends in 12:00',
      'Window closes in 1:00:00',
    ]);
  });

  it.each([0, '0', 'soon', '', '0001-01-01T00:00:00Z', '1970-01-01T00:00:00Z', '2026-11-23T10:59:59Z'])(
    'counts a session in progress up whose end of %j is none',
    (end_time) => {
      expect(read({ active_session: { ...SESSION, end_time } }).slice(0, 2)).toEqual([
        'People are in it.',
        'Running for 1:00:00',
      ]);
    },
  );

  it('says nothing of how long one lasted whose end lies before its start', () => {
    const active_session = {
      ...SESSION,
      status: 'completed',
      end_time: '0001-01-01T00:00:00Z',
      duration: null,
    };
    expect(read({ active_session })).toEqual([
      'The last session is over; when it ended is not said.',
      'Window closes in 1:00:00',
    ]);
  });

  it('does without a start, and with one that lies ahead', () => {
    expect(read({ active_session: { ...SESSION, start_time: null } })[1]).toBe('Running Start not known');
    expect(read({ active_session: { ...SESSION, start_time: 'yesterday' } })[1]).toBe(
      'Running Start not known',
    );
    expect(read({ active_session: { ...SESSION, start_time: '2026-11-23T12:00:30Z' } }).slice(0, 2)).toEqual([
      'The session says that it runs, though its start lies ahead.',
      'Starts in 0:30',
    ]);
  });

  it('repeats a state that nobody documented, and says when there is none', () => {
    expect(read({ active_session: { ...SESSION, status: 'paused' } })[0]).toBe(
      'There is a session, and it says “paused”, which is none of the documented states.',
    );
    expect(read({ active_session: {} })[0]).toBe('There is a session, and it does not say whether it runs.');
  });

  it('has days in place of seconds from a day on', () => {
    expect(read({ join_from: '2026-11-25T13:00:00Z', join_until: null })).toEqual([
      'No session. The window is not open yet.',
      'Window opens in 2 d 1 h',
    ]);
  });

  it('tells without a session what the window does', () => {
    expect(read({})).toEqual([
      'No session. The window is open, and nobody has come.',
      'Window closes in 1:00:00',
    ]);
    expect(read({}, NOW + 2 * HOUR)).toEqual([
      'No session. The window is over.',
      'Window closed 1 h 00 min ago',
    ]);
    expect(read({ join_from: null, join_until: null })).toEqual(['No session. People may join at any time.']);
  });
});
