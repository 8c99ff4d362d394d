import { describe, expect, it } from 'vitest';
import { DEFAULT_COLUMNS, fitColumns } from '../../../client/columns/columns.tsx';

describe('columns on a narrow screen', () => {
  it('all stay where there is room', () => {
    expect(fitColumns(DEFAULT_COLUMNS, 1_400, 16)).toEqual(DEFAULT_COLUMNS);
  });

  it('go one by one, the least telling first, and keep their order', () => {
    const seen = [1_050, 950, 760, 560, 400].map((width) => fitColumns(DEFAULT_COLUMNS, width, 16).join(' '));
    expect(seen).toEqual([
      'status name join_from join_until quality layout size',
      'status name join_from join_until quality size',
      'status name join_from join_until size',
      'status name join_from',
      'status name',
    ]);
  });

  it('never lose the status and the name', () => {
    expect(fitColumns(DEFAULT_COLUMNS, 10, 16)).toEqual(['status', 'name']);
  });

  it('never all go', () => {
    expect(fitColumns(['description', 'id'], 10, 16)).toEqual(['description']);
  });
});
