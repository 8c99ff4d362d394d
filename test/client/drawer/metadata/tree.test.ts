import { describe, expect, it } from 'vitest';
import { searchTree } from '../../../../client/drawer/metadata/searchTree.ts';
import {
  showMore,
  type TreeRow,
  toggle,
  toTreeRows,
  UNTOUCHED,
} from '../../../../client/drawer/metadata/treeRows.ts';

const NOTHING_SEARCHED = new Map();

/** Lines as an indented outline: "- " open, "+ " closed, "  " a value. */
function outline(rows: readonly TreeRow[]): string[] {
  return rows.map((row) => {
    const indent = '.'.repeat(row.level - 1);
    if (row.kind === 'more') return `${indent}${row.left} more`;
    return `${indent}${row.children ? (row.open ? '- ' : '+ ') : ''}${row.name}`;
  });
}

const META = { ward: 3, contact: { name: 'Zoë', 'a/b~c': [1, { deep: { deeper: true } }] }, none: {} };

describe('the lines of the metadata tree', () => {
  it('show small things near the top, the rest when opened', () => {
    const rows = toTreeRows(META, UNTOUCHED, NOTHING_SEARCHED);
    expect(outline(rows)).toEqual(['ward', '- contact', '.name', '.- a/b~c', '..0', '..+ 1', 'none']);
    expect(rows.map(({ path }) => path)).toContain('/contact/a~1b~0c/1');
    const opened = toTreeRows(META, toggle(UNTOUCHED, '/contact/a~1b~0c/1'), NOTHING_SEARCHED);
    expect(outline(opened)).toContain('...+ deep');
    const closed = toTreeRows(META, toggle(UNTOUCHED, '/contact'), NOTHING_SEARCHED);
    expect(outline(closed)).toEqual(['ward', '+ contact', 'none']);
  });

  it('keep what was opened when newer data comes', () => {
    const state = toggle(UNTOUCHED, '/contact');
    expect(outline(toTreeRows({ first: 1, ...structuredClone(META) }, state, NOTHING_SEARCHED))).toEqual([
      'first',
      'ward',
      '+ contact',
      'none',
    ]);
  });

  it('show a hundred of many, and more when asked', () => {
    const wide = Object.fromEntries(Array.from({ length: 50_000 }, (_, index) => [`key ${index}`, index]));
    const rows = toTreeRows(wide, UNTOUCHED, NOTHING_SEARCHED);
    expect(rows).toHaveLength(101);
    expect(outline(rows).at(-1)).toBe('49900 more');
    expect(toTreeRows(wide, showMore(UNTOUCHED, '', 200), NOTHING_SEARCHED)).toHaveLength(201);
  });

  it('have no bottom to fall through', () => {
    let deep: object = { bottom: 'here' };
    for (let level = 0; level < 20_000; level++) deep = { down: deep };
    expect(toTreeRows(deep, UNTOUCHED, NOTHING_SEARCHED)).toHaveLength(3);
    const { matches, keep } = searchTree(deep, 'HERE');
    expect(matches).toBe(1);
    expect(toTreeRows(deep, UNTOUCHED, keep)).toHaveLength(1_000);
  });
});

describe('a search in the metadata', () => {
  const find = (text: string) => {
    const { matches, keep } = searchTree(META, text);
    return [matches, outline(toTreeRows(META, UNTOUCHED, keep))];
  };

  it('keeps what matches and the way there, without regard to case and accents', () => {
    expect(find('zoe')).toEqual([1, ['- contact', '.name']]);
    expect(find('deeper')).toEqual([1, ['- contact', '.- a/b~c', '..- 1', '...- deep', '....deeper']]);
    expect(find('true')).toEqual([1, ['- contact', '.- a/b~c', '..- 1', '...- deep', '....deeper']]);
  });

  it('keeps what a matching key holds within reach', () => {
    expect(find('contact')).toEqual([1, ['- contact', '.name', '.- a/b~c', '..0', '..+ 1']]);
  });

  it('does not find the places of a list', () => {
    expect(find('0')).toEqual([0, []]);
  });

  it('shows all when nothing is searched', () => {
    expect(find('  ')).toEqual([0, outline(toTreeRows(META, UNTOUCHED, NOTHING_SEARCHED))]);
  });
});
