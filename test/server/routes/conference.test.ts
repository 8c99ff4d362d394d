import { expect, it } from 'vitest';
import type { ConferenceRow } from '#contract/conference.ts';
import { startBoard } from '../../support/board.ts';
import { createHandClock } from '../../support/clock.ts';
import { createQuestions } from '../../support/questions.ts';

it('gives one conference by its id, as SignalWire sent it, and the key that it has in the list', async () => {
  await using board = await startBoard({ conferences: 60 });
  const { ask, whole } = createQuestions(board.origin);
  const { body } = await whole('&sort=name');
  if (body.kind !== 'page') throw new Error('no page');
  const [first] = body.rows;
  const { body: row } = await ask<ConferenceRow>(first?.row.id ?? '');
  expect(row).toEqual(first?.row);
});

it('says of an unknown id that it may yet come while the list is not whole, and that it is not there afterwards', async () => {
  await using board = await startBoard({ conferences: 60, latency: 50 });
  const { ask, search, whole } = createQuestions(board.origin);
  await search();
  const early = await ask<{ error: { code: string } }>('nobody');
  expect([early.response.status, early.body.error.code]).toEqual([404, 'not_loaded_yet']);
  await whole();
  const late = await ask<{ error: { code: string } }>('nobody');
  expect([late.response.status, late.body.error.code]).toEqual([404, 'not_found']);
});

it('counts the values of a column among what all other filters leave', async () => {
  await using board = await startBoard({ conferences: 240 });
  const { facet, search, whole } = createQuestions(board.origin);
  await whole();
  const { body } = await facet('layout', '&layout=5up&size=small,unheard-of');
  const [some] = body.values.filter(({ count }) => count > 0);
  const { body: page } = await search(`&layout=${some?.value}&size=small,unheard-of`);
  expect(page.matching).toBe(some?.count);
  expect((await facet('size', '&size=unheard-of')).body.values.map(({ value }) => value)).toEqual([
    'small',
    'medium',
    'large',
    'unheard-of',
    '',
  ]);
  expect((await facet('description')).response.status).toBe(404);
});

it('draws a span of time, and refuses one that nobody could read', async () => {
  await using board = await startBoard({ conferences: 240 });
  const { timeline, whole } = createQuestions(board.origin);
  const { state } = await whole();
  const span = `&span_from=${state.now - 3_600_000}&span_to=${state.now + 3_600_000}`;
  const { body } = await timeline(`${span}&buckets=12&margin=0&bars=1`);
  expect(body.open).toHaveLength(12);
  expect(Math.max(...body.open)).toBeGreaterThan(0);
  expect(body.bars?.some(({ status }) => status === 'live')).toBe(true);
  const thousandYears = `&span_from=${state.now}&span_to=${state.now + 1000 * 365.25 * 24 * 3_600_000}&buckets=12&margin=0&bars=0`;
  // A range may name any year up to 9999, and has a picture.
  expect((await timeline(thousandYears)).body.open).toHaveLength(12);
  const backwards = `&span_from=${state.now}&span_to=${state.now}&buckets=12&margin=0&bars=0`;
  expect((await timeline(backwards)).response.status).toBe(422);
  expect((await timeline(`${span}&buckets=1000000&margin=0&bars=0`)).response.status).toBe(422);
  expect((await timeline(`${span}&buckets=12&margin=251&bars=0`)).response.status).toBe(422);
});

it('sends the bars of a picture only to whoever says so, and a picture without them is small', async () => {
  await using board = await startBoard({ conferences: 2_000, clock: createHandClock() });
  const { timeline, whole } = createQuestions(board.origin);
  const { state } = await whole();
  const span = `&span_from=${state.now - 2 * 3_600_000}&span_to=${state.now + 6 * 3_600_000}`;
  const { body: bare } = await timeline(`${span}&buckets=96&margin=24&bars=0`);
  expect(bare.bars).toBeNull();
  expect(bare.open).toHaveLength(144);
  expect(JSON.stringify(bare).length).toBeLessThan(3_000);
  const { body: full } = await timeline(`${span}&buckets=96&margin=24&bars=1`);
  expect(full.bars?.length).toBeGreaterThan(100);
  expect({ ...full, bars: null, more: 0 }).toEqual(bare);
  for (const bars of ['', '&bars=', '&bars=2', '&bars=yes'])
    expect((await timeline(`${span}&buckets=96&margin=24${bars}`)).response.status).toBe(422);
});

it('says of a picture how many the list has of its hours', async () => {
  await using board = await startBoard({ conferences: 500 });
  const { timeline, search, whole } = createQuestions(board.origin);
  const { state } = await whole();
  const [from, until] = [-2, 6].map((hours) => Math.floor(state.now / 300_000) * 300_000 + hours * 3_600_000);
  for (const undated of ['', '&undated=1']) {
    const span = `&span_from=${from}&span_to=${until}&buckets=96&margin=24&bars=0`;
    const { body } = await timeline(`&layout=!5up${undated}${span}`);
    const ends = [from, until].map((instant) => new Date(Number(instant)).toISOString());
    const { body: page } = await search(`&layout=!5up${undated}&from=${ends[0]}&to=${ends[1]}`);
    expect(body.seen).toEqual({ from, until, count: page.matching });
    expect(page.matching).toBeGreaterThan(0);
  }
});
