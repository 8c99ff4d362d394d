import { describe, expect, it } from 'vitest';
import { readSession } from '#contract/readSession.ts';
import { findDifferences } from '../../../../client/drawer/session/differences.ts';
import { makeConference, SESSION } from '../conferences.ts';

function differences(session: Record<string, unknown>, conference: Record<string, unknown> = {}) {
  const read = readSession({ ...SESSION, ...session });
  if (read === null) throw new Error('no session');
  return findDifferences(makeConference(conference), read);
}

describe('what a session has otherwise than its conference', () => {
  it('is nothing when both say the same, however the time is written', () => {
    expect(differences({})).toEqual({});
    expect(differences({ join_until: '2026-11-23T14:00:00+01:00' })).toEqual({});
    expect(differences({ join_until: '2026-11-23T13:00:00.930Z' })).toEqual({});
  });

  it('is what the conference says of each field', () => {
    expect(
      differences({
        layout: '3x3',
        quality: '1080p',
        display_name: 'Evening round',
        record_on_start: false,
        enable_room_previews: false,
        max_members: 10,
        join_until: '2026-11-23T15:00:00Z',
      }),
    ).toEqual({
      layout: 'grid-responsive',
      quality: '720p',
      display_name: 'Morning round',
      record_on_start: 'on',
      enable_room_previews: 'on',
      max_members: 'medium, which admits 50',
      join_until: '2026-11-23T13:00:00.000Z',
    });
  });

  it('is never what one of the two does not say', () => {
    const silent = Object.fromEntries(Object.keys(SESSION).map((field) => [field, null]));
    expect(differences(silent)).toEqual({});
    expect(differences({ layout: '3x3', max_members: 7 }, { layout: null, size: 'vast' })).toEqual({});
    expect(differences({ join_from: 'soon' })).toEqual({});
  });
});
