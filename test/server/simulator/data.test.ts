import { describe, expect, test } from 'vitest';
import { DEFAULT_COLOURS, LAYOUTS, QUALITIES, SIZES } from '#contract/values.ts';
import { startSimulator } from '../../support/simulator.ts';

/** The rows of a space at one fixed instant. */
async function rowsOf(conferences: number, hostile = false) {
  const { walk } = await startSimulator({
    conferences,
    hostile,
    clock: { now: () => Date.UTC(2026, 2, 2, 9, 7), ticks: () => 0 },
  });
  const pages = await walk('?page_size=1000&include_active_session=true', 'A');
  return pages.flatMap(({ data }) => data);
}

describe('the data of a space', () => {
  test('has every layout, size and quality, and conferences without a size', async () => {
    const rows = await rowsOf(2000);
    const valuesOf = (field: string) => new Set(rows.map((row) => row[field]));
    expect(valuesOf('layout')).toEqual(new Set(LAYOUTS));
    expect(valuesOf('quality')).toEqual(new Set(QUALITIES));
    expect(valuesOf('size')).toEqual(new Set([...SIZES, null]));
  });

  test('has names in many scripts, and none', async () => {
    const names = (await rowsOf(1000)).map(({ display_name }) => String(display_name)).join('\n');
    for (const script of [
      'Greek',
      'Cyrillic',
      'Arabic',
      'Hebrew',
      'Devanagari',
      'Han',
      'Hiragana',
      'Hangul',
    ]) {
      expect(names).toMatch(new RegExp(`\\p{Script=${script}}`, 'u'));
    }
    expect(names).toMatch(/\p{Emoji_Presentation}/u);
    expect(names).toContain('null');
  });

  test('has unique ids, and unique names of the allowed characters', async () => {
    const rows = await rowsOf(10_000);
    expect(new Set(rows.map(({ id }) => id)).size).toBe(10_000);
    expect(new Set(rows.map(({ name }) => name)).size).toBe(10_000);
    expect(rows.filter(({ name }) => !/^[A-Za-z0-9_-]{1,100}$/.test(String(name)))).toEqual([]);
  });

  test('has no, short and very long descriptions', async () => {
    const lengths = (await rowsOf(1000)).map(({ description }) =>
      description === null ? null : String(description).length,
    );
    expect(lengths).toContain(null);
    expect(lengths).toContain(0);
    expect(lengths).toContain(3000);
  });

  test('has default, own, missing and hostile colours', async () => {
    const colours = new Set((await rowsOf(1000)).map(({ dark_background }) => dark_background));
    expect(colours).toContain(DEFAULT_COLOURS.background);
    expect(colours).toContain('#0E1320');
    expect(colours).toContain(null);
    expect(colours).toContain('url(https://evil.example/x.png)');
  });

  test('has one hostile conference in the small demo, and many in a hostile space', async () => {
    const hostileIn = async (hostile: boolean) => {
      const { askPage } = await startSimulator({ hostile });
      return JSON.stringify(await askPage('?page_size=1000')).match(/evil\.example/g)?.length ?? 0;
    };
    expect(await hostileIn(false)).toBeGreaterThan(0);
    expect(await hostileIn(true)).toBeGreaterThan(20);
  });

  test('has metadata of all kinds', async () => {
    const metas = (await rowsOf(1000)).map(({ meta }) => JSON.stringify(meta));
    expect(metas).toContain('null');
    expect(metas).toContain('{}');
    expect(metas.some((meta) => meta.includes('"tags":['))).toBe(true);
    expect(metas.some((meta) => meta.includes('部署'))).toBe(true);
    expect(metas.some((meta) => meta.split('"child"').length > 8)).toBe(true);
  });

  test('has join windows on the quarter hour', async () => {
    const starts = (await rowsOf(500)).flatMap(({ join_from }) =>
      join_from === null ? [] : [Date.parse(String(join_from))],
    );
    expect(starts.filter((start) => start % 900_000 !== 0)).toEqual([]);
  });

  test('has timestamps with and without milliseconds', async () => {
    const stamps = (await rowsOf(100)).map(({ created_at }) => String(created_at).length);
    expect(new Set(stamps)).toEqual(new Set([20, 24]));
  });
});

describe('the sessions of a space', () => {
  test('differ: completed ones, other layouts and qualities than booked, fields missing', async () => {
    const live = (await rowsOf(10_000, true)).flatMap((row) =>
      row.active_session ? [{ row, session: Object(row.active_session) }] : [],
    );
    expect(
      live.some(({ session }) => session.status === 'completed' && session.end_time && session.duration > 0),
    ).toBe(true);
    expect(live.some(({ session }) => session.status === 'in-progress' && session.preview_url)).toBe(true);
    expect(live.some(({ row, session }) => session.layout !== row.layout)).toBe(true);
    expect(live.some(({ row, session }) => session.quality !== row.quality)).toBe(true);
    expect(live.some(({ session }) => session.max_members === undefined)).toBe(true);
    expect(live.some(({ session }) => String(session.preview_url).startsWith('javascript:'))).toBe(true);
    expect(live.filter(({ session }) => session.status === 'in-progress' && session.end_time)).toEqual([]);
  });
});
