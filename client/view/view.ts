import { COLUMN_HEADERS, type ColumnId, isColumnId } from '../roster/columns.ts';
import { isPossible } from '../roster/values.ts';
import {
  choiceParameter,
  columnsParameter,
  type Facet,
  type Filters,
  facetParameter,
  idParameter,
  numberParameter,
  type Parameter,
  sortParameter,
  switchParameter,
  textParameter,
  zoneParameter,
} from './parameters.ts';

export const ROWS_PER_PAGE = [25, 50, 100, 250] as const;

export const DRAWER_TABS = ['session', 'schedule', 'theme', 'settings', 'metadata', 'raw'] as const;

/** Everything a colleague would want in a link, one entry a parameter, in the order in which it is written. */
const PARAMETERS = {
  /** search text */
  q: textParameter,
  /** `fails`: only conferences with a theme of their own that fails WCAG AA */
  theme: choiceParameter(['any', 'fails']),
  /** the two ends of the range as typed: absolute or relative, "" is open */
  from: textParameter,
  to: textParameter,
  match: choiceParameter(['inside', 'overlaps']),
  /** under overlaps: conferences without dates too */
  undated: switchParameter,
  tz: zoneParameter,
  sort: sortParameter,
  /** counts from 1 */
  page: numberParameter(1),
  rows: numberParameter(50, ROWS_PER_PAGE),
  cols: columnsParameter,
  /** id of the conference whose drawer is open */
  c: idParameter,
  tab: choiceParameter(DRAWER_TABS),
} as const;

type Parameters = typeof PARAMETERS;

/** The view: what the address says, read. */
export type View = {
  readonly [Name in keyof Parameters]: Parameters[Name] extends Parameter<infer Value> ? Value : never;
} & {
  /** by column, each a parameter of the column's name: `layout=!5up`, `created_at=2026-11-24` */
  readonly filters: Filters;
};

const FILTERS: readonly ColumnId[] = Object.keys(COLUMN_HEADERS).filter(isColumnId);

/** The parameter that filters a column: its name, but for the theme, whose name says whether it passes. */
function filterName(column: ColumnId): string {
  return column === 'theme' ? 'colours' : column;
}

function readFilters(query: URLSearchParams): Filters {
  const chosen = FILTERS.map((column): [ColumnId, Facet] => {
    const { include, exclude } = facetParameter.read(query.get(filterName(column)) ?? '');
    const isKnown = (value: string) => isPossible(column, value);
    return [column, { include: include.filter(isKnown), exclude: exclude.filter(isKnown) }];
  });
  return Object.fromEntries(chosen.filter(([, { include, exclude }]) => include.length + exclude.length > 0));
}

/** Reads the query of an address, with or without its `?`. Whatever is missing or bad is its default. */
export function readView(search: string): View {
  const query = new URLSearchParams(search);
  const read = <Value>(name: keyof Parameters, parameter: Parameter<Value>): Value => {
    const text = query.get(name);
    return text === null ? parameter.fallback : parameter.read(text);
  };
  return {
    q: read('q', PARAMETERS.q),
    filters: readFilters(query),
    theme: read('theme', PARAMETERS.theme),
    from: read('from', PARAMETERS.from),
    to: read('to', PARAMETERS.to),
    match: read('match', PARAMETERS.match),
    undated: read('undated', PARAMETERS.undated),
    tz: read('tz', PARAMETERS.tz),
    sort: read('sort', PARAMETERS.sort),
    page: read('page', PARAMETERS.page),
    rows: read('rows', PARAMETERS.rows),
    cols: read('cols', PARAMETERS.cols),
    c: read('c', PARAMETERS.c),
    tab: read('tab', PARAMETERS.tab),
  };
}

/**
 * Writes a view as the query of an address, `?` included, "" when there is nothing to say. Defaults are
 * left out unless `everything` is asked for, which "Copy link" does.
 */
export function writeView(view: View, everything = false): string {
  const query = new URLSearchParams();
  const write = <Value>(name: keyof Parameters, parameter: Parameter<Value>, value: Value) => {
    const text = parameter.write(value);
    if (text !== null && (everything || text !== parameter.write(parameter.fallback))) query.set(name, text);
  };
  write('q', PARAMETERS.q, view.q);
  for (const column of FILTERS) {
    const text = facetParameter.write(view.filters[column] ?? facetParameter.fallback);
    if (text !== null) query.set(filterName(column), text);
  }
  write('theme', PARAMETERS.theme, view.theme);
  write('from', PARAMETERS.from, view.from);
  write('to', PARAMETERS.to, view.to);
  write('match', PARAMETERS.match, view.match);
  write('undated', PARAMETERS.undated, view.undated);
  write('tz', PARAMETERS.tz, view.tz);
  write('sort', PARAMETERS.sort, view.sort);
  write('page', PARAMETERS.page, view.page);
  write('rows', PARAMETERS.rows, view.rows);
  write('cols', PARAMETERS.cols, view.cols);
  write('c', PARAMETERS.c, view.c);
  write('tab', PARAMETERS.tab, view.tab);
  const text = query
    .toString()
    .replaceAll('%2C', ',')
    .replaceAll('%3A', ':')
    .replaceAll('%21', '!')
    .replaceAll('%2F', '/');
  return text === '' ? '' : `?${text}`;
}
