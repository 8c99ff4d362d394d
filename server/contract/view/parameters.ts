import { type ColumnId, isColumnId } from '../columns.ts';

/** Reader and writer of one parameter of the address, together so that they cannot drift apart. */
export interface Parameter<Value> {
  /** a bad text reads as the default, silently: addresses get mistyped and shortened in chats */
  read(text: string): Value;
  /** the text; null leaves the parameter out of the address */
  write(value: Value): string | null;
  readonly fallback: Value;
}

/** Values that are wanted and values that are not; both empty: no filter. */
export interface Facet {
  readonly include: readonly string[];
  readonly exclude: readonly string[];
}

export const NO_FACET: Facet = { include: [], exclude: [] };

/** What each column is filtered by; a column that is not there lets every value pass. */
export type Filters = Readonly<Partial<Record<ColumnId, Facet>>>;

export interface Sort {
  readonly column: ColumnId;
  readonly descending: boolean;
}

/** Free text; "" is left out. */
export const textParameter: Parameter<string> = {
  read: (text) => text,
  write: (value) => value || null,
  fallback: '',
};

/** A text or nothing, for ids. */
export const idParameter: Parameter<string | null> = {
  read: (text) => text || null,
  write: (value) => value,
  fallback: null,
};

/** One of a few words; the first is the default. */
export function choiceParameter<const Word extends string>(
  words: readonly [Word, ...Word[]],
): Parameter<Word> {
  const fallback = words[0];
  return {
    read: (text) => words.find((word) => word === text) ?? fallback,
    write: (value) => value,
    fallback,
  };
}

/** A whole number, by itself one of `allowed` or at least 1. */
export function numberParameter(fallback: number, allowed?: readonly number[]): Parameter<number> {
  return {
    read(text) {
      const number = /^\d{1,7}$/.test(text) ? Number(text) : 0;
      return number > 0 && (allowed === undefined || allowed.includes(number)) ? number : fallback;
    },
    write: String,
    fallback,
  };
}

/** `1` or nothing. */
export const switchParameter: Parameter<boolean> = {
  read: (text) => text === '1',
  write: (value) => (value ? '1' : null),
  fallback: false,
};

/**
 * Wanted and unwanted values, comma-separated, a leading `!` excludes: `live,open` or `!grid-responsive`. A hyphen
 * alone is "no value", "" in a facet. Commas, exclamation marks and per cent signs inside a value are
 * percent-encoded.
 */
export const facetParameter: Parameter<Facet> = {
  read(text) {
    const words = text.split(',').filter((word) => word !== '' && word !== '!');
    const values = (wanted: (word: string) => boolean) => [...new Set(words.filter(wanted).map(decodeWord))];
    return {
      include: values((word) => !word.startsWith('!')),
      exclude: values((word) => word.startsWith('!')),
    };
  },
  write({ include, exclude }) {
    const words = [...include.map(encodeWord), ...exclude.map((value) => `!${encodeWord(value)}`)];
    return words.join(',') || null;
  },
  fallback: NO_FACET,
};

function encodeWord(value: string): string {
  if (value === '') return NO_VALUE;
  if (value === NO_VALUE) return '%2D';
  return value.replace(/[%,!]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
}

function decodeWord(word: string): string {
  const value = word.replace(/^!/, '');
  if (value === NO_VALUE) return '';
  return value.replace(/%(25|2C|21|2D)/g, (_, code) => String.fromCharCode(Number.parseInt(code, 16)));
}

const NO_VALUE = '-';

/** What is most urgent comes first. */
export const BY_URGENCY: Sort = { column: 'status', descending: false };

/** `join_from` or `-join_from`. */
export const sortParameter: Parameter<Sort> = {
  read(text) {
    const column = text.replace(/^-/, '');
    return isColumnId(column) ? { column, descending: text.startsWith('-') } : BY_URGENCY;
  },
  write: (sort) => `${sort.descending ? '-' : ''}${sort.column}`,
  fallback: BY_URGENCY,
};

/** The shown columns in their order; null is "as this browser likes it". */
export const columnsParameter: Parameter<readonly ColumnId[] | null> = {
  read(text) {
    const columns = [...new Set(text.split(',').filter(isColumnId))];
    return columns.length > 0 ? columns : null;
  },
  write: (columns) => columns?.join(',') ?? null,
  fallback: null,
};

/**
 * An IANA time zone; "" is the browser's own. No zone has a space in its name: it is a plus that was typed as it is.
 * One that nobody knows stays, so that the page can say so.
 */
export const zoneParameter: Parameter<string> = {
  read: (text) => text.replaceAll(' ', '+'),
  write: (zone) => zone || null,
  fallback: '',
};
