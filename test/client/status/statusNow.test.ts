import { describe, expect, it } from 'vitest';
import type { StatusFacts } from '#contract/status.ts';
import { describeOld } from '../../../client/status/statusNow.ts';

const at = (clock: string) => Date.parse(`2026-11-23T${clock}:00Z`);

const facts = (live: boolean, from: string | null, until: string | null): StatusFacts => ({
  live,
  joinFrom: from === null ? null : at(from),
  joinUntil: until === null ? null : at(until),
  unclear: false,
});

describe('a status whose ground is old, told at 12:30 of what was known at 12:00', () => {
  it.each<[string, StatusFacts, string | null]>([
    ['live, and its window over since', facts(true, '11:00', '12:15'), 'live: Was live at 12:00'],
    ['live', facts(true, '11:00', '13:00'), 'live: Was live at 12:00'],
    ['overrunning', facts(true, '11:00', '11:45'), 'overrunning: Was overrunning at 12:00'],
    ['open since', facts(false, '12:15', '13:00'), 'open: Window open not known who is there'],
    ['open before', facts(false, '11:00', '13:00'), 'open: Window open not known who is there'],
    ['over since', facts(false, '11:00', '12:15'), 'ended: Window over not known who is there'],
    ['without end', facts(false, null, null), 'always-open: Always open not known who is there'],
    ['ended before', facts(false, '10:00', '11:00'), null],
    ['scheduled', facts(false, '13:00', '14:00'), null],
  ])('%s', (_, given, told) => {
    const was = describeOld(given, { asOf: at('12:00'), zone: 'UTC' }, at('12:30'));
    expect(was && `${was.status}: ${was.word} ${was.detail}`).toBe(told);
  });
});
