import { isPossible } from '../cellValues.ts';
import { COLUMN_IDS, type ColumnId, columnOf, isColumnId } from '../columns.ts';
import {
  choiceParameter,
  columnsParameter,
  type Facet,
  type Filters,
  facetParameter,
  idParameter,
  numberParameter,
  type Parameter,
  type Sort,
  sortParameter,
  switchParameter,
  textParameter,
  zoneParameter,
} from './parameters.ts';

export const ROWS_PER_PAGE = [25, 50, 100, 250] as const;

export const DRAWER_TABS = ['session', 'schedule', 'theme', 'settings', 'metadata', 'raw'] as const;

/**
 * How a range is meant: `overlaps`, whatever touches it; `inside`, what lies wholly within it, as SignalWire's own
 * filters have it; `starts`, what opens in it.
 */
const MATCHES = ['overlaps', 'inside', 'starts'] as const;

/** The values of all parameters but the filters of columns. */
interface Values {
  /** search text */
  readonly q: string;
  /** `fails`: only conferences with a theme of their own that fails WCAG AA */
  readonly theme: 'any' | 'fails';
  /** the two ends of the range as typed: absolute or relative, "" is open */
  readonly from: string;
  readonly to: string;
  readonly match: (typeof MATCHES)[number];
  /** conferences without dates too, although a range is asked for */
  readonly undated: boolean;
  /** IANA zone; "" is the browser's own */
  readonly tz: string;
  readonly sort: Sort;
  /** counts from 1 */
  readonly page: number;
  readonly rows: number;
  /** id of a session or of its room: only the conference that holds it */
  readonly session: string | null;
  readonly cols: readonly ColumnId[] | null;
  /** id of the conference whose drawer is open */
  readonly c: string | null;
  readonly tab: (typeof DRAWER_TABS)[number];
}

/** The view: what the address says, read. */
export interface View extends Values {
  /** by column, each a parameter of the column's name: `layout=!5up`, `created_at=2026-11-24` */
  readonly filters: Filters;
}

/** Everything a colleague would want in a link, one entry a parameter, in the order in which it is written. */
const PARAMETERS: { readonly [Name in keyof Values]: Parameter<Values[Name]> } = {
  q: textParameter,
  theme: choiceParameter(['any', 'fails']),
  from: textParameter,
  to: textParameter,
  match: choiceParameter(MATCHES),
  undated: switchParameter,
  tz: zoneParameter,
  sort: sortParameter,
  page: numberParameter(1),
  rows: numberParameter(50, ROWS_PER_PAGE),
  session: idParameter,
  cols: columnsParameter,
  c: idParameter,
  tab: choiceParameter(DRAWER_TABS),
};

type Name = keyof Values;

const NAMES = Object.keys(PARAMETERS).filter((name): name is Name => Object.hasOwn(PARAMETERS, name));

/** What only the page minds: the server is never asked it. */
const OF_THE_PAGE: readonly Name[] = ['cols', 'c', 'tab'];

/** The parameters of a question, by their names in the address. */
export const QUESTION_NAMES: readonly string[] = [
  ...NAMES.filter((name) => !OF_THE_PAGE.includes(name)),
  ...COLUMN_IDS.map(filterName),
];

type Draft = { -readonly [One in Name]: Values[One] };

function createDefaults(): Draft {
  return {
    q: PARAMETERS.q.fallback,
    theme: PARAMETERS.theme.fallback,
    from: PARAMETERS.from.fallback,
    to: PARAMETERS.to.fallback,
    match: PARAMETERS.match.fallback,
    undated: PARAMETERS.undated.fallback,
    tz: PARAMETERS.tz.fallback,
    sort: PARAMETERS.sort.fallback,
    page: PARAMETERS.page.fallback,
    rows: PARAMETERS.rows.fallback,
    session: PARAMETERS.session.fallback,
    cols: PARAMETERS.cols.fallback,
    c: PARAMETERS.c.fallback,
    tab: PARAMETERS.tab.fallback,
  };
}

/** The parameter that filters a column. */
function filterName(column: ColumnId): string {
  return columnOf(column).parameter ?? column;
}

function readFilter(column: ColumnId, text: string): Facet {
  const { include, exclude } = facetParameter.read(text);
  const isKnown = (value: string) => isPossible(column, value);
  return { include: include.filter(isKnown), exclude: exclude.filter(isKnown) };
}

function readFilters(query: URLSearchParams): Filters {
  const chosen = COLUMN_IDS.map((column): [ColumnId, Facet] => [
    column,
    readFilter(column, query.get(filterName(column)) ?? ''),
  ]);
  return Object.fromEntries(chosen.filter(([, { include, exclude }]) => include.length + exclude.length > 0));
}

function readParameter<One extends Name>(draft: Draft, name: One, text: string): void {
  draft[name] = PARAMETERS[name].read(text);
}

/** Reads the query of an address, with or without its `?`. Whatever is missing or bad is its default. */
export function readView(search: string): View {
  const query = new URLSearchParams(search);
  const draft = createDefaults();
  for (const name of NAMES) {
    const text = query.get(name);
    if (text !== null) readParameter(draft, name, text);
  }
  return { ...draft, filters: readFilters(query) };
}

/** The text of one parameter; null when it has nothing to say, or only its default unless that is wanted too. */
function writeParameter<One extends Name>(view: View, name: One, always: boolean): string | null {
  const parameter = PARAMETERS[name];
  const text = parameter.write(view[name]);
  return always || text !== parameter.write(parameter.fallback) ? text : null;
}

/** @param always names of those among them that are written where they are the default, too */
function writeQuery(view: View, names: readonly Name[], always: readonly Name[] = []): string {
  const query = new URLSearchParams();
  const set = (name: string, text: string | null) => {
    if (text !== null) query.set(name, text);
  };
  for (const name of names) {
    set(name, writeParameter(view, name, always.includes(name)));
    // The filters of columns stand behind the search.
    if (name !== 'q') continue;
    for (const column of COLUMN_IDS)
      set(filterName(column), facetParameter.write(view.filters[column] ?? facetParameter.fallback));
  }
  return query
    .toString()
    .replaceAll('%2C', ',')
    .replaceAll('%3A', ':')
    .replaceAll('%21', '!')
    .replaceAll('%2F', '/');
}

/**
 * Writes a view as the query of an address, `?` included, "" when there is nothing to say. Defaults are
 * left out unless `everything` is asked for.
 */
export function writeView(view: View, everything = false): string {
  const text = writeQuery(view, NAMES, everything ? NAMES : []);
  return text === '' ? '' : `?${text}`;
}

/** Page, rows and columns of a view are left to whoever opens a link to it. */
const OF_THE_READER: readonly Name[] = ['page', 'rows', 'cols'];

/**
 * Writes a view for a colleague, as `writeView` does: in the zone in which it is read here, and a range with how it
 * matches, so that it means the same in another browser.
 *
 * @param zone IANA zone
 */
export function writeSharedView(view: View, zone: string): string {
  const names = NAMES.filter((name) => !OF_THE_READER.includes(name));
  const isRanged = view.from !== '' || view.to !== '';
  return `?${writeQuery({ ...view, tz: zone }, names, isRanged ? ['match'] : [])}`;
}

/**
 * Writes what the server is asked for a view, without `?`: what only the page minds is left out, the zone is always
 * there. Two views of one question have one text.
 *
 * @param zone IANA zone in which the view is read
 */
export function writeQuestion(view: View, zone: string): string {
  const names = NAMES.filter((name) => !OF_THE_PAGE.includes(name));
  return writeQuery({ ...view, tz: zone }, names);
}

/** The same without page and order: what all pages of it show, in any order. */
export function writeSelection(view: View, zone: string): string {
  const { page, rows, sort } = createDefaults();
  return writeQuestion({ ...view, page, rows, sort }, zone);
}

/** The address of one conference, short: it leaves everything else to whoever opens it. Relative to the page's own. */
export function linkToConference(id: string): string {
  return `?${new URLSearchParams({ c: id })}`;
}

/** A parameter of the address whose value, or a part of it, cannot be used; its default stands in its place. */
export interface Unusable {
  readonly name: string;
  readonly text: string;
}

/**
 * What of an address cannot be used. The ends of the range and the zone are left out: whoever reads those has the words
 * for them. So are parameters that nobody knows: they may be meant for something in between.
 */
export function findUnusable(search: string): Unusable[] {
  const query = new URLSearchParams(search);
  const words = NAMES.flatMap((name) => {
    const text = query.get(name);
    return text === null || text === '' || isUsable(name, text) ? [] : [{ name, text }];
  });
  const values = COLUMN_IDS.flatMap((column) => {
    const { include, exclude } = facetParameter.read(query.get(filterName(column)) ?? '');
    return [...include, ...exclude]
      .filter((value) => !isPossible(column, value))
      .map((text) => ({ name: filterName(column), text }));
  });
  return [...words, ...values];
}

function isUsable<One extends Name>(name: One, text: string): boolean {
  const { read, write, fallback } = PARAMETERS[name];
  if (name === 'cols') return text.split(',').every(isColumnId);
  return write(read(text)) !== write(fallback) || text === write(fallback) || text === '0';
}
