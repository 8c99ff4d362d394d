import { expect, test } from 'vitest';
import { COLUMN_IDS, columnOf } from '#contract/columns.ts';
import { conference } from '#contract/conference.ts';
import { startSimulator } from '../../support/simulator.ts';

const FIELDS = Object.keys(conference.shape);

test('every field of a conference is shown by a column, alone or as a part of one', () => {
  const shown = COLUMN_IDS.map((id) => columnOf(id).field?.[0] ?? id);
  const parts = FIELDS.filter((field) => /^(dark|light)_|^display_name$/.test(field));
  expect(FIELDS.filter((field) => ![...shown, ...parts].includes(field))).toEqual([]);
});

test('every field of a conference has a value in some conference of the simulated space', async () => {
  const { walk } = await startSimulator({ conferences: 500 });
  const rows = (await walk('?page_size=1000&include_active_session=true', 'A')).flatMap(({ data }) => data);
  const met = (field: string) => rows.some((row) => row[field] !== null && row[field] !== undefined);
  expect(FIELDS.filter((field) => !met(field))).toEqual([]);
});
