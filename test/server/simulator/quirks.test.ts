import { describe, expect, test } from 'vitest';
import type { Quirks } from '../../../server/simulator/quirks.ts';
import { startSimulator } from '../../support/simulator.ts';

/** A space with one live and one idle conference, and one page of each kind of it. */
async function startWith(quirks: Partial<Quirks>) {
  const started = await startSimulator({ conferences: 0, quirks });
  const { simulator, askPage } = started;
  simulator.add({ name: 'idle' });
  simulator.startSession(simulator.add({ name: 'live' }));
  const { data, links } = await askPage('?include_active_session=true');
  const row = (name: string) => data.find((each) => each.name === name);
  return { ...started, links, live: row('live'), idle: row('idle'), names: data.map(({ name }) => name) };
}

describe('a quirk', () => {
  test('links: absolute or relative', async () => {
    const { links, origin } = await startWith({});
    expect(links.self).toMatch(`${origin}/api/video/conferences?`);
    expect((await startWith({ links: 'relative' })).links.self).toMatch(/^\/api\/video\/conferences\?/);
  });

  test('order: newest first, oldest first, or neither', async () => {
    expect((await startWith({})).names).toEqual(['live', 'idle']);
    expect((await startWith({ order: 'oldest' })).names).toEqual(['idle', 'live']);
    const { simulator, askPage } = await startSimulator({ conferences: 40 });
    const idsNow = async () => (await askPage()).data.map(({ id }) => String(id));
    const newest = await idsNow();
    simulator.setQuirks({ order: 'shuffled' });
    const shuffled = await idsNow();
    expect(shuffled).not.toEqual(newest);
    expect(shuffled).not.toEqual(newest.toReversed());
    expect(shuffled.toSorted()).toEqual(newest.toSorted());
    expect(await idsNow()).toEqual(shuffled);
  });

  test('next: absent, null or empty at the end, and prev at the start', async () => {
    const { links } = await startWith({});
    expect(Object.keys(links).sort()).toEqual(['first', 'self']);
    expect((await startWith({ next: 'null' })).links).toMatchObject({ next: null, prev: null });
    expect((await startWith({ next: 'empty' })).links).toMatchObject({ next: '', prev: '' });
  });

  test('activeSession: absent or null when none runs', async () => {
    expect((await startWith({})).idle).not.toHaveProperty('active_session');
    expect((await startWith({ activeSession: 'null' })).idle).toHaveProperty('active_session', null);
  });

  test('sessionFields: absent or null without a value', async () => {
    expect((await startWith({})).live).not.toHaveProperty('active_session.end_time');
    const { live } = await startWith({ sessionFields: 'null' });
    expect(live).toHaveProperty('active_session.end_time', null);
    expect(live).toHaveProperty('active_session.duration', null);
    expect(Object.keys(Object(live?.active_session))).toHaveLength(20);
  });

  test('fps: text or number', async () => {
    const fpsOf = async (quirks: Partial<Quirks>) => {
      const { simulator, askPage } = await startSimulator({ quirks: { sessionFields: 'null', ...quirks } });
      simulator.clock.freeze();
      const { data } = await askPage('?include_active_session=true&page_size=240');
      return data.flatMap(({ active_session }) => (active_session ? [Object(active_session).fps] : []));
    };
    expect(new Set(await fpsOf({}))).toEqual(
      new Set([...(await fpsOf({ fps: 'number' }))].map((rate) => (rate === null ? null : String(rate)))),
    );
  });

  test('sync: one name or the other', async () => {
    expect((await startWith({})).live).toHaveProperty('active_session.audio_video_sync');
    const { live } = await startWith({ sync: 'sync_audio_video' });
    expect(live).toHaveProperty('active_session.sync_audio_video');
    expect(live).not.toHaveProperty('active_session.audio_video_sync');
  });

  test('scope: 401 or 403 for a token without the Video scope', async () => {
    const statusOf = async (quirks: Partial<Quirks>) => {
      const { simulator, ask } = await startSimulator({ quirks });
      const narrow = btoa(`${simulator.credentials.projectId}:${simulator.narrowToken}`);
      return (await ask('', { headers: { Authorization: `Basic ${narrow}` } })).status;
    };
    expect(await statusOf({})).toBe(401);
    expect(await statusOf({ scope: '403' })).toBe(403);
  });

  test('emptyPage: page 1 is empty and leads on', async () => {
    const { walk } = await startSimulator({ conferences: 12, quirks: { emptyPage: 'on' } });
    expect((await walk('?page_size=5', 'B')).map(({ data }) => data.length)).toEqual([5, 0, 5, 2]);
  });
});
