import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type End, readEnd, writeEnd } from '#contract/range/end.ts';
import { isProblem } from '#contract/range/problem.ts';
import type { Step, UnitLetter } from '#contract/range/step.ts';
import { writeWords } from '#contract/range/words.ts';

const unit = fc.constantFrom<UnitLetter[]>('s', 'm', 'h', 'd', 'w', 'M', 'y');
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ kind: fc.constant('shift'), amount: fc.integer({ min: -999_999, max: 999_999 }), unit }),
  fc.record({ kind: fc.constant('edge'), unit }),
);
const moment = fc.date({
  min: new Date('0001-01-02T00:00:00Z'),
  max: new Date('9999-12-30T23:59:59Z'),
  noInvalidDate: true,
});
const end: fc.Arbitrary<End> = fc.oneof(
  fc.constant<End>({ kind: 'open' }),
  fc.record({
    kind: fc.constant('instant'),
    instant: moment.map((date) => date.getTime()),
    offset: fc.integer({ min: -1_439, max: 1_439 }),
  }),
  fc.record({ kind: fc.constant('unix'), seconds: fc.integer({ min: 1e8, max: 99_999_999_999 }) }),
  fc.record({ kind: fc.constant('date'), date: moment.map((date) => date.toISOString().slice(0, 10)) }),
  fc.record({
    kind: fc.constant('wall'),
    wall: moment.map((date) => date.toISOString().slice(0, 19).replace(/:00$/, '')),
  }),
  fc.record({ kind: fc.constant('relative'), steps: fc.array(step, { maxLength: 8 }) }),
);

describe('the language of a range', () => {
  it('reads back every end that it writes', () => {
    fc.assert(
      fc.property(end, (meant) => {
        expect(readEnd(writeEnd(meant))).toEqual(meant);
      }),
    );
  });

  it('reads back every time from now that it writes in words', () => {
    const named = fc.constantFrom(
      '/d+9h',
      '+1d/d+9h+30m',
      '/d+0s',
      '/w+1w+0s',
      '-1w/w',
      '+6d/w/d',
      '+4d/w+2d/d',
    );
    const steps = fc.oneof(
      fc.array(step, { maxLength: 8 }),
      fc
        .tuple(fc.array(step, { maxLength: 2 }), named, fc.array(step, { maxLength: 1 }))
        .map(([before, text, after]) => {
          const read = readEnd(`now${text}`);
          return isProblem(read) || read.kind !== 'relative' ? [] : [...before, ...read.steps, ...after];
        }),
    );
    fc.assert(
      fc.property(steps, (meant) => {
        const words = writeWords(meant);
        expect([words, readEnd(words)]).toEqual([words, { kind: 'relative', steps: meant }]);
      }),
      { numRuns: 1_000 },
    );
  });

  it('takes any text without throwing, and what it reads it writes in one form for good', () => {
    const bits = fc.constantFrom(
      'now',
      '2026-11-23',
      'T',
      '14:00',
      ':30',
      '+',
      '-',
      '/',
      '05:30',
      'Z',
      '6h',
      ' ',
    );
    const typed = fc.oneof(
      fc.string(),
      fc.array(bits).map((words) => words.join('')),
    );
    fc.assert(
      fc.property(typed, (text) => {
        const read = readEnd(text);
        if (isProblem(read)) expect(read.problem).toMatch(/\.$/);
        else expect(readEnd(writeEnd(read))).toEqual(read);
      }),
    );
  });

  it.each([
    ['', ''],
    ['  ', ''],
    ['now', 'now'],
    ['NOW - 6h', 'now-6h'],
    ['now −6h', 'now-6h'],
    ['now-0d', 'now+0d'],
    ['now/w+1d', 'now/w+1d'],
    ['now-1M', 'now-1M'],
    ['1764000000', '1764000000'],
    ['2026-11-23', '2026-11-23'],
    ['2028-02-29', '2028-02-29'],
    ['2026-11-23 14:00', '2026-11-23T14:00'],
    ['2026-11-23T14:00:30', '2026-11-23T14:00:30'],
    ['2026-11-23T14:00Z', '2026-11-23T14:00:00Z'],
    ['2026-11-23t14:00:00.5z', '2026-11-23T14:00:00.500Z'],
    ['2026-11-23T14:00:00+05:30', '2026-11-23T14:00:00+05:30'],
    ['2026-11-01T01:30:00-04:00', '2026-11-01T01:30:00-04:00'],
    ['2026-11-23T14:00:00-00:00', '2026-11-23T14:00:00Z'],
  ])('takes “%s” as “%s”', (typed, canonical) => {
    const read = readEnd(typed);
    expect(isProblem(read) ? read.problem : writeEnd(read)).toBe(canonical);
  });

  it('takes the space that an address makes of a plus typed by hand', () => {
    const query = new URLSearchParams('from=now+4h&to=2026-11-23T14:00:00+05:30');
    const texts = [query.get('from') ?? '', query.get('to') ?? ''].map(readEnd);
    expect(texts.map((read) => (isProblem(read) ? read.problem : writeEnd(read)))).toEqual([
      'now+4h',
      '2026-11-23T14:00:00+05:30',
    ]);
  });

  it.each([
    ['0000-01-01', 'There is no year 0.'],
    ['0000-01-01T00:00:00Z', 'There is no year 0.'],
    ['2026-02-31', 'There is no 31 February 2026.'],
    ['2026-02-29T10:00:00Z', 'There is no 29 February 2026.'],
    ['2026-04-31', 'There is no 31 April 2026.'],
    ['2026-01-00', 'There is no 0 January 2026.'],
    ['2026-13-01', 'There is no month 13.'],
    ['2026-11-23T24:00', 'There is no time 24:00.'],
    ['2026-11-23T10:61', 'There is no time 10:61.'],
    ['2026-11-23T10:00:75Z', 'There is no time 10:00:75.'],
    ['2026-11-23T10:00:00+24:00', 'There is no offset 24:00 from UTC.'],
    ['1764000000000', 'That looks like milliseconds. Unix time is in seconds here: 1764000000.'],
    ['20261123', 'Write a date with dashes: 2026-11-23.'],
    ['2026', '“2026” is too short for Unix seconds. A date is 2026-11-23.'],
    ['2026-1-2', '“2026-1-2” cannot be read. Write tomorrow 9:00, 2h ago, 24 Nov or 2026-11-24 14:00.'],
    ['now-6x', '“x” is no unit. The units are s, m, h, d, w, M (months) and y.'],
    ['now-6', '“now-6” cannot be read. Times from now are written now-6h, now+2d or now/d.'],
    ['nowhere', '“nowhere” cannot be read. Times from now are written now-6h, now+2d or now/d.'],
    ['now+1d+1d+1d+1d+1d+1d+1d+1d+1d', 'At most 8 steps from now.'],
    ['tea time', '“tea time” cannot be read. Write tomorrow 9:00, 2h ago, 24 Nov or 2026-11-24 14:00.'],
    // today and a language decide these: an address means the same to everybody
    ['24 Nov', '“24 Nov” cannot be read. Write tomorrow 9:00, 2h ago, 24 Nov or 2026-11-24 14:00.'],
    ['11/24/2026', '“11/24/2026” cannot be read. Write tomorrow 9:00, 2h ago, 24 Nov or 2026-11-24 14:00.'],
    ['-5', '“-5” cannot be read. Write tomorrow 9:00, 2h ago, 24 Nov or 2026-11-24 14:00.'],
    ['tomorrow 25:00', 'There is no time 25:00.'],
  ])('says in words what is wrong with “%s”', (typed, problem) => {
    expect(readEnd(typed)).toEqual({ problem });
  });
});
