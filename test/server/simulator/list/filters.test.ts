import { describe, expect, test } from 'vitest';
import { startSimulator } from '../../../support/simulator.ts';

/** Five conferences by hand, around noon and with open ends, among none other. */
async function startWithFive() {
  const started = await startSimulator({ conferences: 0 });
  const windows = {
    morning: ['2026-03-02T09:00:00Z', '2026-03-02T11:00:00Z'],
    noon: ['2026-03-02T10:00:00Z', '2026-03-02T12:00:00Z'],
    always: [null, null],
    'no-start': [null, '2026-03-02T12:00:00Z'],
    'no-end': ['2026-03-02T10:00:00Z', null],
  } as const;
  for (const [name, [join_from, join_until]] of Object.entries(windows)) {
    started.simulator.add({ name, join_from, join_until });
  }
  async function namesFor(query: string): Promise<unknown[]> {
    const { data } = await started.askPage(query);
    return data.map(({ name }) => name).sort();
  }
  return { ...started, namesFor };
}

describe('the date filters', () => {
  test('give the conferences whose window begins at or after, and ends at or before', async () => {
    const { namesFor } = await startWithFive();
    expect(await namesFor('?starts_after=2026-03-02T10:00:00Z')).toEqual(['no-end', 'noon']);
    expect(await namesFor('?starts_after=2026-03-02T10:00:01Z')).toEqual([]);
    expect(await namesFor('?ends_before=2026-03-02T11:00:00Z')).toEqual(['morning']);
    expect(await namesFor('?ends_before=2026-03-02T10:59:59Z')).toEqual([]);
  });

  test('mean contained: a window that only overlaps the range is not given', async () => {
    const { namesFor } = await startWithFive();
    const range = '?starts_after=2026-03-02T10:00:00Z&ends_before=2026-03-02T12:00:00Z';
    expect(await namesFor(range)).toEqual(['noon']);
  });

  test.each([
    ['an offset', '2026-03-02T12:00:00%2B02:00'],
    ['a fraction', '2026-03-02T10:00:00.000Z'],
    ['Unix seconds', String(Date.UTC(2026, 2, 2, 10) / 1000)],
  ])('take %s', async (_name, value) => {
    const { namesFor } = await startWithFive();
    expect(await namesFor(`?starts_after=${value}`)).toEqual(['no-end', 'noon']);
  });

  test('keep windows without the date when the quirk says so', async () => {
    const { simulator, namesFor } = await startWithFive();
    simulator.setQuirks({ nullDates: 'kept' });
    expect(await namesFor('?starts_after=2026-03-02T10:00:00Z')).toEqual([
      'always',
      'no-end',
      'no-start',
      'noon',
    ]);
    expect(await namesFor('?ends_before=2026-03-02T11:00:00Z')).toEqual(['always', 'morning', 'no-end']);
  });
});

describe('a wrong parameter is refused with 422', () => {
  test.each([
    ['starts_after', 'tomorrow', 'not_a_datetime'],
    ['starts_after', '', 'not_a_datetime'],
    ['ends_before', '2026-02-30T10:00:00Z', 'not_a_datetime'],
    ['ends_before', '2026-03-02T10:00:00+02:00', 'not_a_datetime'],
    ['include_active_session', 'yes', 'not_a_boolean'],
    ['page_number', '-1', 'invalid_parameter'],
    ['page_number', '1e3', 'invalid_parameter'],
    ['page_size', '0', 'invalid_parameter'],
    ['page_size', '1001', 'invalid_parameter'],
    ['page_size', '0x10', 'invalid_parameter'],
  ])('%s=%s', async (name, value, code) => {
    const { ask } = await startSimulator({ conferences: 1 });
    const response = await ask(`?${name}=${value}`);
    expect(response.status).toBe(422);
    expect(await response.json()).toEqual({
      errors: [expect.objectContaining({ type: 'validation_error', code, attribute: name })],
    });
  });

  test('with one entry for each that is wrong', async () => {
    const { ask } = await startSimulator({ conferences: 1 });
    const response = await ask('?starts_after=x&ends_before=y&page_size=z');
    expect(await response.json()).toEqual({
      errors: [expect.anything(), expect.anything(), expect.anything()],
    });
  });
});

test('of a repeated parameter the last one counts, and unknown ones are ignored', async () => {
  const { askPage } = await startSimulator({ conferences: 9 });
  const { data, links } = await askPage('?page_size=0&page_size=4&colour=blue');
  expect(data).toHaveLength(4);
  expect(links.next).not.toContain('colour');
});

describe('include_active_session', () => {
  test.each(['true', 'True', '1'])('%s brings sessions', async (value) => {
    const { simulator, askPage } = await startSimulator({ conferences: 0 });
    simulator.startSession(simulator.add());
    const { data } = await askPage(`?include_active_session=${value}`);
    expect(data).toEqual([expect.objectContaining({ active_session: expect.anything() })]);
  });

  test.each(['', '?include_active_session=false', '?include_active_session=False'])(
    'the key is absent with "%s"',
    async (query) => {
      const { simulator, askPage } = await startSimulator({ conferences: 0 });
      simulator.startSession(simulator.add());
      const { data } = await askPage(query);
      expect(data).toEqual([expect.not.objectContaining({ active_session: expect.anything() })]);
    },
  );
});
