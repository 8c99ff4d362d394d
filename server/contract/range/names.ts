import { WEEKDAYS } from './words.ts';

/** The names of a language and of English, in lower case and without points. */
export interface Names {
  readonly months: ReadonlyMap<string, number>;
  readonly weekdays: ReadonlyMap<string, number>;
  /** words for a day by what English calls it */
  readonly days: ReadonlyMap<string, string>;
}

const known = new Map<string, Names>();

/** The names of a language (BCP 47), worked out once. */
export function namesIn(language: string): Names {
  const before = known.get(language);
  if (before !== undefined) return before;
  const months = new Map<string, number>();
  const weekdays = new Map<string, number>();
  const days = new Map<string, string>();
  // The reader's own words come last: where two languages use one word, it is theirs.
  for (const tongue of ['en', 'en-GB', language]) {
    for (const style of ['long', 'short'] as const) {
      const inDate = new Intl.DateTimeFormat(tongue, { timeZone: 'UTC', day: 'numeric', month: style });
      const alone = new Intl.DateTimeFormat(tongue, { timeZone: 'UTC', month: style });
      const weekday = new Intl.DateTimeFormat(tongue, { timeZone: 'UTC', weekday: style });
      for (let place = 0; place < 12; place++) {
        const instant = Date.UTC(2024, place, 1);
        const part = inDate.formatToParts(instant).find(({ type }) => type === 'month')?.value;
        for (const name of [part ?? '', alone.format(instant)]) months.set(toName(name), place + 1);
      }
      // The first of January 2024 was a Monday.
      WEEKDAYS.forEach((name, place) => {
        const own = toName(weekday.format(Date.UTC(2024, 0, 1 + place)));
        weekdays.set(own, place);
        days.set(own, name);
      });
    }
    const relative = new Intl.RelativeTimeFormat(tongue, { numeric: 'auto' });
    NEAR_DAYS.forEach((name, place) => {
      days.set(toName(relative.format(place - 1, 'day')), name);
    });
  }
  const names = { months, weekdays, days };
  known.set(language, names);
  return names;
}

const NEAR_DAYS = ['yesterday', 'today', 'tomorrow'];

const toName = (text: string) =>
  text.normalize('NFKC').toLowerCase().replaceAll('.', '').replaceAll('’', "'");

/** The order in which a language writes a date in numbers: "month day year". */
export function orderIn(language: string): string {
  const format = new Intl.DateTimeFormat(language, { year: 'numeric', month: 'numeric', day: 'numeric' });
  return format
    .formatToParts(0)
    .map(({ type }) => type)
    .filter((type) => type !== 'literal')
    .join(' ');
}

/** The name of a language in English: the page speaks English. */
export function languageName(language: string): string {
  return new Intl.DisplayNames('en', { type: 'language' }).of(language) ?? language;
}
