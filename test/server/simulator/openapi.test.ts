import { describe, expect, test } from 'vitest';
import { createOpenApiCheck } from '../../support/openapi.ts';
import { startSimulator } from '../../support/simulator.ts';

const checkPage = createOpenApiCheck('Video.ListConferencesResponse');

describe('with no quirk on, the simulator’s answers validate against the published OpenAPI', () => {
  test.each([
    ['an ordinary space', { conferences: 1000, seed: 1 }],
    ['another seed', { conferences: 1000, seed: 7 }],
    ['a space full of hostile data', { conferences: 1000, hostile: true }],
    ['a space in shuffled order', { conferences: 1000, quirks: { order: 'shuffled' } }],
    ['an empty space', { conferences: 0 }],
  ] as const)('%s, with and without sessions, at different times', async (_name, options) => {
    const { simulator, walk } = await startSimulator(options);
    const start = simulator.clock.now();
    simulator.clock.freeze();
    for (const hours of [0, 1.4, 13, 500]) {
      simulator.clock.set(start + hours * 3_600_000);
      for (const query of ['?page_size=300', '?page_size=300&include_active_session=true']) {
        const pages = await walk(query, 'A');
        expect(pages.flatMap((page) => checkPage(page))).toEqual([]);
        expect(pages.flatMap(({ data }) => data)).toHaveLength(options.conferences);
      }
    }
  });

  test('the check is one that can fail', async () => {
    const { askPage } = await startSimulator({ quirks: { fps: 'number', activeSession: 'null' } });
    const problems = checkPage(await askPage('?page_size=1000&include_active_session=true'));
    expect(problems).toContainEqual(expect.stringContaining('/active_session'));
    expect(problems).toContainEqual(expect.stringContaining('/fps'));
  });

  test.each([
    ['400', 400, 'Types.StatusCodes.StatusCode400'],
    ['401', 401, 'Types.StatusCodes.StatusCode401'],
    ['422', 422, 'Video.VideoStatusCode422'],
    ['500', 500, 'Types.StatusCodes.StatusCode500'],
  ] as const)('the failure %s', async (fault, status, schema) => {
    const { simulator, ask } = await startSimulator();
    simulator.setFault(fault);
    const response = await ask();
    expect(response.status).toBe(status);
    expect(createOpenApiCheck(schema)(await response.json())).toEqual([]);
  });

  test('the 422 to a wrong query', async () => {
    const { ask } = await startSimulator();
    const response = await ask('?page_number=2&page_size=0&starts_after=soon&include_active_session=perhaps');
    expect(response.status).toBe(422);
    expect(createOpenApiCheck('Video.VideoStatusCode422')(await response.json())).toEqual([]);
  });
});
