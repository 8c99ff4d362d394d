import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill/implementation';
import { describe, expect, it } from 'vitest';
import { writeEnd } from '#contract/range/end.ts';
import { isProblem } from '#contract/range/problem.ts';
import { type RangeField, resolveEnd } from '#contract/range/resolve.ts';
import { readTyped } from '#contract/range/typed.ts';
import { toDay } from '../../../../client/lib/day.ts';
import { formatRelative } from '../../../../client/lib/duration.ts';
import { formatInstant } from '../../../../client/lib/instant.ts';
import { writeField } from '../../../../client/range/settle.ts';

interface Place {
  zone: string;
  now: number;
  language?: string;
  field?: RangeField;
}

/** What a typed text comes to, by way of the address; its problem in words. */
function readAt(text: string, { zone, now, language = 'en-US', field = 'from' }: Place): number | string {
  const typed = readTyped(text, { field, today: toDay(now, zone), language });
  if (isProblem(typed)) return typed.problem;
  const instant = resolveEnd(Temporal, writeEnd(typed.end), field, { zone, now, grid: 1 });
  if (instant === null) return 'open';
  return typeof instant === 'number' ? instant : instant.problem;
}

const iso = (read: number | string) => (typeof read === 'number' ? new Date(read).toISOString() : read);

/** Zones with the offset that they have from the middle of November to the middle of December 2026. */
const ZONES = [
  ['UTC', '+00:00'],
  ['America/New_York', '-05:00'],
  ['Asia/Kolkata', '+05:30'],
  ['Asia/Kathmandu', '+05:45'],
  ['Pacific/Chatham', '+13:45'],
] as const;

const LANGUAGES = ['en-US', 'de-DE', 'fr-FR'] as const;

/** Typed on a Wednesday at half past eleven, 25 November 2026; what the clocks of the zone show at the moment meant. */
const EVERYWHERE = [
  ['now', '2026-11-25T11:30'],
  ['Now', '2026-11-25T11:30'],
  ['now-2h', '2026-11-25T09:30'],
  ['now + 90m', '2026-11-25T13:00'],
  ['now+1d/d', '2026-11-26T00:00'],
  ['now+1d/d+9h', '2026-11-26T09:00'],
  ['now/w', '2026-11-23T00:00'],
  ['today', '2026-11-25T00:00'],
  ['Today', '2026-11-25T00:00'],
  ['tomorrow', '2026-11-26T00:00'],
  ['yesterday', '2026-11-24T00:00'],
  ['the day after tomorrow', '2026-11-27T00:00'],
  ['day before yesterday', '2026-11-23T00:00'],
  ['today 14:00', '2026-11-25T14:00'],
  ['today, 14:00', '2026-11-25T14:00'],
  ['tomorrow 9:00', '2026-11-26T09:00'],
  ['tomorrow at 9am', '2026-11-26T09:00'],
  ['9am tomorrow', '2026-11-26T09:00'],
  ['yesterday 14:00', '2026-11-24T14:00'],
  ['yesterday 14:00:05', '2026-11-24T14:00:05'],
  ['tomorrow noon', '2026-11-26T12:00'],
  ['tomorrow midnight', '2026-11-26T00:00'],
  ['9:00', '2026-11-25T09:00'],
  ['09:00', '2026-11-25T09:00'],
  ['at 9:00', '2026-11-25T09:00'],
  ['21:14:05', '2026-11-25T21:14:05'],
  ['9am', '2026-11-25T09:00'],
  ['9 pm', '2026-11-25T21:00'],
  ['9:30 p.m.', '2026-11-25T21:30'],
  ['12am', '2026-11-25T00:00'],
  ['12pm', '2026-11-25T12:00'],
  ['noon', '2026-11-25T12:00'],
  ['monday', '2026-11-30T00:00'],
  ['Wednesday', '2026-11-25T00:00'],
  ['sunday', '2026-11-29T00:00'],
  ['mon', '2026-11-30T00:00'],
  ['thurs 9:00', '2026-11-26T09:00'],
  ['9:00 on friday', '2026-11-27T09:00'],
  ['this monday', '2026-11-23T00:00'],
  ['next wednesday', '2026-12-02T00:00'],
  ['next thursday', '2026-11-26T00:00'],
  ['last wednesday', '2026-11-18T00:00'],
  ['last tuesday 17:15', '2026-11-24T17:15'],
  ['this week', '2026-11-23T00:00'],
  ['last week', '2026-11-16T00:00'],
  ['next week', '2026-11-30T00:00'],
  ['next month', '2026-12-01T00:00'],
  ['next hour', '2026-11-25T12:00'],
  ['in 1 hour', '2026-11-25T12:30'],
  ['in an hour', '2026-11-25T12:30'],
  ['in 12 min', '2026-11-25T11:42'],
  ['in 1 h 05 min', '2026-11-25T12:35'],
  ['in 2 hours and 10 minutes', '2026-11-25T13:40'],
  ['3 hours from now', '2026-11-25T14:30'],
  ['2h ago', '2026-11-25T09:30'],
  ['2 hours ago', '2026-11-25T09:30'],
  ['30m ago', '2026-11-25T11:00'],
  ['3 d 4 h ago', '2026-11-22T07:30'],
  ['a week ago', '2026-11-18T11:30'],
  ['start of today', '2026-11-25T00:00'],
  ['end of today', '2026-11-26T00:00'],
  ['2 hours after tomorrow 9:00', '2026-11-26T11:00'],
  ['the week of 3 days ago', '2026-11-16T00:00'],
  ['2026-11-24', '2026-11-24T00:00'],
  ['2026-11-24 14:00', '2026-11-24T14:00'],
  ['2026-11-24T14:00:30', '2026-11-24T14:00:30'],
  ['2026-11-24 9:00', '2026-11-24T09:00'],
  ['2026/11/24', '2026-11-24T00:00'],
  ['2026-12-1', '2026-12-01T00:00'],
  ['24 Nov', '2026-11-24T00:00'],
  ['Nov 24', '2026-11-24T00:00'],
  ['24th of November', '2026-11-24T00:00'],
  ['November 24, 2026', '2026-11-24T00:00'],
  ['24 nov 26', '2026-11-24T00:00'],
  ['24 Nov 14:00', '2026-11-24T14:00'],
  ['14:00 24 Nov', '2026-11-24T14:00'],
  ['Tue 24 Nov', '2026-11-24T00:00'],
  ['Wed 25 Nov, 14:00', '2026-11-25T14:00'],
  ['25 Nov 2026 14:00:05', '2026-11-25T14:00:05'],
  ['12 Nov, 09:00', '2026-11-12T09:00'],
  ['Mon 30', '2026-11-30T00:00'],
  ['December 2026', '2026-12-01T00:00'],
  ['24.11.2026', '2026-11-24T00:00'],
  ['24.11.', '2026-11-24T00:00'],
  ['24.11.26 9:00', '2026-11-24T09:00'],
  ['1.12.2026', '2026-12-01T00:00'],
  ['11/24/2026', '2026-11-24T00:00'],
  ['24/11/2026', '2026-11-24T00:00'],
  ['24/11', '2026-11-24T00:00'],
  ['11/24/2026 9:00 AM', '2026-11-24T09:00'],
] as const;

/** The same, in the language of the browser alone. */
const BY_LANGUAGE = {
  'en-US': [
    ['12/11/2026', '2026-12-11T00:00'],
    ['12/1', '2026-12-01T00:00'],
  ],
  'de-DE': [
    ['12/11/2026', '2026-11-12T00:00'],
    ['24. November', '2026-11-24T00:00'],
    ['24. Nov. 2026', '2026-11-24T00:00'],
    ['1. Dezember 2026', '2026-12-01T00:00'],
    ['Mi., 25. Nov., 14:00', '2026-11-25T14:00'],
    ['Dienstag, 24. November um 14:00 Uhr', '2026-11-24T14:00'],
    ['morgen 9:00', '2026-11-26T09:00'],
    ['heute', '2026-11-25T00:00'],
    ['Montag', '2026-11-30T00:00'],
  ],
  'fr-FR': [
    ['12/11/2026', '2026-11-12T00:00'],
    ['24 novembre', '2026-11-24T00:00'],
    ['1er décembre 2026', '2026-12-01T00:00'],
    ['mer. 25 nov. 14:00', '2026-11-25T14:00'],
    ['mardi 24 novembre à 14h30', '2026-11-24T14:30'],
    ['1 déc. 9:00', '2026-12-01T09:00'],
    ['demain 9:00', '2026-11-26T09:00'],
    ['aujourd’hui', '2026-11-25T00:00'],
    ['lundi', '2026-11-30T00:00'],
  ],
} as const;

/** Which of the two, and where: the moments are from the system's tz database through Python's zoneinfo. */
const HARD = [
  // clocks go back at two on this night
  [
    'America/New_York',
    '2026-11-01T03:00:00Z',
    '1 Nov 01:30',
    '01:30 comes twice that day: write 2026-11-01T01:30:00-04:00 or 2026-11-01T01:30:00-05:00.',
  ],
  ['America/New_York', '2026-11-01T03:00:00Z', 'Sun 1 Nov 2026, 01:30:00 GMT-4', '2026-11-01T05:30:00.000Z'],
  ['America/New_York', '2026-11-01T03:00:00Z', 'Sun 1 Nov 2026, 01:30:00 GMT-5', '2026-11-01T06:30:00.000Z'],
  ['America/New_York', '2026-11-01T03:00:00Z', 'tomorrow 9:00', '2026-11-01T14:00:00.000Z'],
  ['America/New_York', '2026-11-01T03:00:00Z', 'tomorrow 1:30', '2026-11-01T05:30:00.000Z'],
  ['America/New_York', '2026-11-01T12:00:00Z', 'yesterday 9:00', '2026-10-31T13:00:00.000Z'],
  // and forward on this one
  ['America/New_York', '2026-03-07T17:00:00Z', 'tomorrow 9:00', '2026-03-08T13:00:00.000Z'],
  ['America/New_York', '2026-03-07T17:00:00Z', 'tomorrow 2:30', '2026-03-08T07:30:00.000Z'],
  [
    'America/New_York',
    '2026-03-07T17:00:00Z',
    '8 Mar 02:30',
    'The clocks of America/New_York skip 02:30 that day.',
  ],
  ['Europe/Berlin', '2026-10-24T10:00:00Z', 'sunday 3:30', '2026-10-25T02:30:00.000Z'],
  // by half an hour
  ['Australia/Lord_Howe', '2026-04-04T10:00:00Z', 'tomorrow 9:00', '2026-04-04T22:30:00.000Z'],
  ['Australia/Lord_Howe', '2026-10-03T10:00:00Z', 'tomorrow 9:00', '2026-10-03T22:00:00.000Z'],
  [
    'Australia/Lord_Howe',
    '2026-10-03T10:00:00Z',
    '4 Oct 02:15',
    'The clocks of Australia/Lord_Howe skip 02:15 that day.',
  ],
  // this day has no midnight
  ['America/Sao_Paulo', '2018-11-03T15:00:00Z', 'tomorrow', '2018-11-04T03:00:00.000Z'],
  ['America/Sao_Paulo', '2018-11-03T15:00:00Z', 'tomorrow 9:00', '2018-11-04T11:00:00.000Z'],
  ['America/Sao_Paulo', '2018-11-03T15:00:00Z', '4 Nov 9:00', '2018-11-04T11:00:00.000Z'],
  // this one is not there at all
  ['Pacific/Apia', '2011-12-29T20:00:00Z', '30 Dec', 'The clocks of Pacific/Apia skipped 2011-12-30.'],
  ['Pacific/Apia', '2011-12-29T20:00:00Z', '31 Dec 9:00', '2011-12-30T19:00:00.000Z'],
] as const;

describe('a typed end', () => {
  it.each(LANGUAGES.flatMap((language) => ZONES.map(([zone, offset]) => ({ language, zone, offset }))))(
    'is the same moment of the clock in $language and $zone, in every form',
    ({ language, zone, offset }) => {
      const now = Date.parse(`2026-11-25T11:30:00${offset}`);
      const forms = [...EVERYWHERE, ...BY_LANGUAGE[language]];
      const read = forms.map(([text]) => [text, iso(readAt(text, { zone, now, language }))]);
      expect(read).toEqual(forms.map(([text, wall]) => [text, new Date(`${wall}${offset}`).toISOString()]));
    },
  );

  it.each(HARD)('in %s at %s reads “%s” as %s', (zone, now, text, expected) => {
    for (const language of LANGUAGES) {
      expect(iso(readAt(text, { zone, now: Date.parse(now), language }))).toBe(expected);
    }
  });

  it.each([
    ['today', '2026-11-25T23:59:59.999Z'],
    ['2026-11-24', '2026-11-24T23:59:59.999Z'],
    ['24 Nov', '2026-11-24T23:59:59.999Z'],
    ['monday', '2026-11-30T23:59:59.999Z'],
    ['last week', '2026-11-22T23:59:59.999Z'],
    ['November 2026', '2026-11-30T23:59:59.999Z'],
    ['tomorrow 9:00', '2026-11-26T09:00:00.000Z'],
    ['now+1d/d+9h', '2026-11-26T09:00:00.000Z'],
    ['now/w+1d/d', '2026-11-24T23:59:59.999Z'],
    ['now/d+1d', '2026-11-26T23:59:59.999Z'],
    ['start of today', '2026-11-25T00:00:00.000Z'],
    ['end of today', '2026-11-26T00:00:00.000Z'],
  ])('as To takes “%s” to its end, and a time of day as it is', (text, expected) => {
    const now = Date.parse('2026-11-25T11:30:00Z');
    expect(iso(readAt(text, { zone: 'UTC', now, field: 'to' }))).toBe(expected);
  });

  it.each([
    ['tomorrow 9:00', 'now+1d/d+9h'],
    ['today', 'now/d'],
    ['9am', 'now/d+9h'],
    ['9:30', 'now/d+9h+30m'],
    ['monday', 'now+6d/w/d'],
    ['last week', 'now-1w/w'],
    ['2h ago', 'now-2h'],
    ['24 Nov', '2026-11-24'],
    ['24.11.2026 9:00', '2026-11-24T09:00'],
    ['Wed 25 Nov 2026, 21:14:05 GMT+5:30', '2026-11-25T21:14:05+05:30'],
  ])('“%s” goes into the address as “%s”', (text, canonical) => {
    const typed = readTyped(text, { field: 'from', today: '2026-11-25', language: 'en-GB' });
    expect(isProblem(typed) ? typed.problem : writeEnd(typed.end)).toBe(canonical);
  });

  it.each([
    ['12/11/2026', 'en-US', 'Read as month/day, as American English has it.'],
    ['12/11/2026', 'en-GB', 'Read as day/month, as British English has it.'],
    ['12/11', 'de', 'Read as day/month, as German has it.'],
    ['24/11/2026', 'en-US', ''],
    ['11/11/2026', 'en-US', ''],
    ['12.11.2026', 'en-US', ''],
  ])('“%s” says in %s how it was read where that is open to doubt', (text, language, note) => {
    expect(readTyped(text, { field: 'from', today: '2026-11-25', language })).toMatchObject({ note });
  });

  it.each([
    ['Mon 24 Nov 2026', '2026-11-24 is a Tuesday, not a Monday.'],
    ['31 Nov', 'There is no 31 November 2026.'],
    ['24 Nov 25:00', 'There is no time 25:00.'],
    ['tomorrow 9:75', 'There is no time 09:75.'],
    ['24.13.2026', 'There is no month 13.'],
    ['tea time', '“tea time” cannot be read. Write tomorrow 9:00, 2h ago, 24 Nov or 2026-11-24 14:00.'],
    ['a b c d', '“a b c d” cannot be read. Write tomorrow 9:00, 2h ago, 24 Nov or 2026-11-24 14:00.'],
  ])('says in words what is wrong with “%s”', (text, problem) => {
    expect(readTyped(text, { field: 'from', today: '2026-11-25', language: 'en-GB' })).toEqual({ problem });
  });

  it('of a year that is not said is the one nearest to today', () => {
    const at = (today: string) => (text: string) => {
      const typed = readTyped(text, { field: 'from', today, language: 'en-GB' });
      return isProblem(typed) ? typed.problem : writeEnd(typed.end);
    };
    expect(['28 Dec', '3 Jan', '29 Feb'].map(at('2027-01-02'))).toEqual([
      '2026-12-28',
      '2027-01-03',
      '2028-02-29',
    ]);
  });

  it('never throws, whatever was typed in whatever language', () => {
    const bits = fc.constantFrom(
      '24',
      'nov',
      '.',
      '/',
      ' ',
      '9:00',
      'pm',
      'mon',
      'of',
      'the',
      'in',
      'ago',
      'h',
      '2026',
      'last',
      'GMT+5',
      '-',
      'end',
      'now',
      'a',
    );
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(bits, { maxLength: 9 }).map((words) => words.join('')),
      fc.array(bits, { maxLength: 9 }).map((words) => words.join(' ')),
    );
    fc.assert(
      fc.property(text, fc.constantFrom('en-US', 'de', 'fr', 'ja', 'ar'), (typed, language) => {
        const read = readAt(typed, {
          zone: 'Europe/Paris',
          now: Date.parse('2026-11-25T11:30:00Z'),
          language,
        });
        expect(typeof read === 'number' || read.length > 0).toBe(true);
      }),
    );
  });
});

/** Zones of whole hours, halves, quarters, and with hard nights. */
const zone = fc.constantFrom(
  'UTC',
  'America/New_York',
  'Asia/Kolkata',
  'Asia/Kathmandu',
  'Australia/Lord_Howe',
  'Europe/Berlin',
  'Pacific/Apia',
);
const language = fc.constantFrom('en-US', 'en-GB', 'de-DE', 'fr-FR');
const DAY = 86_400_000;
/** Days of this century, and often the nights on which clocks change in New York, Berlin and on Lord Howe. */
const now = fc.oneof(
  fc.integer({ min: Date.parse('2001-01-01T00:00:00Z'), max: Date.parse('2099-01-01T00:00:00Z') }),
  fc
    .constantFrom(
      '2026-11-01T05:00:00Z',
      '2026-03-08T06:00:00Z',
      '2026-10-25T00:30:00Z',
      '2026-04-04T14:30:00Z',
    )
    .chain((night) =>
      fc.integer({ min: -36, max: 36 }).map((quarter) => Date.parse(night) + quarter * 900_000),
    ),
);
const away = (days: number) => fc.integer({ min: -days * DAY, max: days * DAY });

const STYLES = [
  ['short', 60_000, 170],
  ['dated', 60_000, 10_000],
  ['full', 1_000, 10_000],
  ['precise', 1_000, 10_000],
] as const;

describe('what the board writes', () => {
  it('of a moment is read back as that moment, in any language', () => {
    fc.assert(
      fc.property(
        zone,
        language,
        now,
        fc.constantFrom(...STYLES),
        away(1),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (zone, language, now, [style, step, days], near, share) => {
          const far = (share - 0.5) * 2 * days * DAY;
          const instant = Math.floor((now + (share < 0.5 ? near : far)) / step) * step;
          const text = formatInstant(instant, zone, style);
          const read = readAt(text, { zone, now, language });
          // A time that the clocks show twice says so, and how to write either.
          if (typeof read === 'string') expect(read).toMatch(/ comes twice that day: write /);
          else expect([text, iso(read)]).toEqual([text, iso(instant)]);
        },
      ),
      { numRuns: 1_000 },
    );
  });

  it('of a day or a month is read back as that day, or as the first of that month', () => {
    fc.assert(
      fc.property(zone, language, now, away(170), (zone, language, now, near) => {
        const instant = now + near;
        const read = (text: string) => {
          const typed = readTyped(text, { field: 'from', today: toDay(now, zone), language });
          return isProblem(typed) ? typed.problem : writeEnd(typed.end);
        };
        const day = toDay(instant, zone);
        expect(
          (['day', 'date', 'datedDay'] as const).map((style) => read(formatInstant(instant, zone, style))),
        ).toEqual([day, day, day]);
        expect(read(formatInstant(instant, zone, 'datedMonth'))).toBe(`${day.slice(0, 7)}-01`);
        expect(read(formatInstant(now + (near % DAY), zone, 'weekday'))).toBe(
          toDay(now + (near % DAY), zone),
        );
      }),
    );
  });

  it('of a time from now is read back to the unit that it tells', () => {
    fc.assert(
      fc.property(now, away(400), (now, span) => {
        const text = formatRelative(now + span, now);
        const read = readAt(text, { zone: 'UTC', now });
        if (typeof read === 'string') throw new Error(read);
        // Months are as long as the calendar has them: two of them from 1 January are 59 days.
        if (text.includes('months')) expect(Math.abs(read - now - span)).toBeLessThan(34 * DAY);
        else expect(formatRelative(read, now)).toBe(text);
      }),
    );
  });

  it('into a field is read back as the same moment, whatever the address holds', () => {
    const unit = fc.constantFrom(...'smhdwMy');
    const step = fc.oneof(
      fc
        .tuple(fc.integer({ min: -90, max: 90 }), unit)
        .map(([amount, letter]) => `${amount < 0 ? '-' : '+'}${Math.abs(amount)}${letter}`),
      unit.map((letter) => `/${letter}`),
      fc.constantFrom('/d+9h', '/d+9h+30m', '+1d/d', '/d+0s', '/w+1w+0s', '-1w/w', '+6d/w/d', '+6d/w/d+9h'),
    );
    const relative = fc.array(step, { maxLength: 2 }).map((steps) => `now${steps.join('')}`);
    const absolute = now.map((instant) => new Date(instant).toISOString());
    const end = fc.oneof(
      relative,
      absolute,
      absolute.map((text) => text.slice(0, 10)),
      absolute.map((text) => text.slice(0, 16)),
      absolute.map((text) => text.slice(0, 19)),
      absolute.map((text) => text.replace('Z', '-05:00')),
      absolute.map((text) => `${text.slice(0, 17)}00+05:30`),
      now.map((instant) => String(Math.floor(instant / 1_000))),
    );
    fc.assert(
      fc.property(
        end,
        zone,
        language,
        now,
        fc.constantFrom<RangeField>('from', 'to'),
        (text, zone, language, now, field) => {
          const shown = writeField(text, { temporal: Temporal, zone, now, language });
          expect(/^now./.test(shown), `${text} is shown as a formula`).toBe(false);
          const place = { zone, now, language, field };
          expect([shown, iso(readAt(shown, place))]).toEqual([shown, iso(readAt(text, place))]);
        },
      ),
      { numRuns: 2_000 },
    );
  });
});
