import { describe, expect, it } from 'vitest';
import type { FailureCode } from '#contract/errors.ts';
import type { WalkWarning } from '#contract/list.ts';
import { readQuery } from '../../../server/conferences/query.ts';
import { DEFAULT_LIMITS, type Limits } from '../../../server/limits.ts';
import { createStore } from '../../../server/list/store.ts';
import { createReadPage } from '../../../server/list/walkPage.ts';
import { FAULTS, type FaultName, isFaultName } from '../../../server/simulator/faults/faults.ts';
import { type Quirks, quirksSchema } from '../../../server/simulator/quirks.ts';
import type { SimulatorOptions } from '../../../server/simulator/simulator.ts';
import { createHandClock } from '../../support/clock.ts';
import { startRefresh } from '../../support/refresh.ts';
import { startShare } from '../../support/share.ts';
import { startSimulator } from '../../support/simulator.ts';
import { createPlainList } from '../../support/walked.ts';

interface Options extends SimulatorOptions {
  limits?: Partial<Limits>;
  mostRows?: number;
}

/** Walks over a simulated space, over a socket, through everything that stands between. */
async function startWalks({ limits, mostRows = 200_000, ...options }: Options = {}) {
  const { simulator, origin } = await startSimulator({ conferences: 1_010, ...options });
  simulator.clock.freeze();
  const clock = createHandClock();
  const share = startShare({ origin, ...simulator.credentials }, clock, limits);
  const walks = startRefresh(createReadPage(share, clock, DEFAULT_LIMITS), {
    list: createPlainList(),
    clock,
    mostRows,
  });
  const { refresh, settled } = walks;

  /** Time passes until the next walk may begin, and that one comes to its end. */
  const walkAgain = async () => {
    const { nextAt } = refresh.state();
    if (nextAt === null) throw new Error('a walk is under way');
    walks.pass(Math.max(0, nextAt - clock.now()) / 1000);
    refresh.asked();
    await walks.walkAfter(0);
  };
  const walkFirst = async () => {
    refresh.asked();
    await settled();
  };
  /** how often SignalWire was asked since the last time */
  const countCalls = () => {
    const seen = simulator.requestsSeen;
    simulator.clearRequests();
    return seen;
  };
  return { ...walks, simulator, share, walkAgain, walkFirst, countCalls };
}

/** How a walk ends under a fault that plays for every page. */
type End = FailureCode | WalkWarning | 'whole';

/** For what never answers; a slow machine must not take anything else for that. */
const LIMITS = { connectMs: 1_000, firstByteMs: 400, totalMs: 900 };

const ENDS: Record<FaultName, End> = {
  '400': 'upstream_unexpected_status',
  '401': 'upstream_auth',
  '403': 'upstream_forbidden',
  '404': 'upstream_not_found',
  '422': 'upstream_unexpected_status',
  '422-hostile': 'upstream_unexpected_status',
  'expired-token': 'upstream_unexpected_status',
  '429': 'upstream_rate_limited',
  '429-retry-after': 'upstream_rate_limited',
  '429-retry-after-date': 'upstream_rate_limited',
  '429-retry-after-day': 'upstream_rate_limited',
  '429-retry-after-words': 'upstream_rate_limited',
  '500': 'upstream_unavailable',
  '503': 'upstream_unavailable',
  '503-html': 'upstream_unavailable',
  '503-text': 'upstream_unavailable',
  redirect: 'upstream_redirect',
  '204': 'upstream_unexpected_status',
  '304': 'upstream_unexpected_status',
  hang: 'upstream_timeout',
  stall: 'upstream_timeout',
  'slow-body': 'upstream_timeout',
  reset: 'upstream_unreachable',
  'reset-midway': 'upstream_truncated',
  truncated: 'upstream_truncated',
  'truncated-chunked': 'upstream_truncated',
  'malformed-http': 'upstream_malformed',
  'header-overflow': 'upstream_malformed',
  'second-response': 'whole',
  'bad-json': 'upstream_not_json',
  'bad-utf8': 'upstream_not_json',
  'empty-body': 'upstream_not_json',
  html: 'upstream_content_type',
  'wrong-content-type': 'upstream_content_type',
  'bad-gzip': 'upstream_encoding',
  'truncated-gzip': 'upstream_encoding',
  'unknown-encoding': 'upstream_encoding',
  'gzip-bomb': 'upstream_too_large',
  'too-large': 'upstream_too_large',
  'deep-nesting': 'whole',
  'wrong-shape': 'upstream_shape',
  'wrong-shape-null': 'upstream_shape',
  'wrong-shape-links': 'upstream_shape',
  'no-links': 'upstream_shape',
  'wrong-shape-data': 'upstream_shape',
  'bad-rows': 'whole',
  'strange-rows': 'whole',
  'duplicate-ids': 'whole',
  'prototype-keys': 'whole',
  'hostile-strings': 'whole',
  'repeated-next': 'half-cursor',
  'endless-tokens': 'nothing-new',
  'half-cursor': 'half-cursor',
  'foreign-next': 'repeated-link',
  'garbled-next': 'half-cursor',
  'file-next': 'half-cursor',
  'first-page-next': 'half-cursor',
  'oversized-next': 'half-cursor',
  'refused-next': 'half-cursor',
  'word-next': 'half-cursor',
  'plus-next': 'upstream_unexpected_status',
  '422-echo': 'upstream_unexpected_status',
  '422-many': 'upstream_unexpected_status',
  '429-retry-after-below-zero': 'upstream_rate_limited',
  'deep-rows': 'whole',
  'delicate-numbers': 'whole',
  'structure-bomb': 'upstream_too_large',
  'token-echo': 'whole',
  'x-gzip': 'whole',
};

/** Whether a walk came to an end, and is sure of it. */
const toKind = (end: End) => (end === 'whole' ? 'whole' : end.startsWith('upstream_') ? 'failed' : 'unsure');

const table = [...FAULTS.keys()].filter(isFaultName).map((fault) => ({ fault, end: ENDS[fault] }));

describe.each(table)('under the fault $fault of SignalWire', ({ fault, end }) => {
  it('a walk keeps all rows, says what is true, and is followed by one that is well', async () => {
    const walks = await startWalks({ limits: end === 'upstream_timeout' ? LIMITS : {} });
    const { refresh, list, clock, simulator } = walks;
    await walks.walkFirst();
    const ids = [...list.rows.keys()];
    expect(ids).toHaveLength(1_010);
    const wholeAt = refresh.state().asOf;
    clock.advance(15);
    simulator.setFault(fault);
    const since = clock.now();
    await walks.walkAgain();

    const state = refresh.state();
    const kind = toKind(end);
    expect(state.whole).toBe(true);
    expect(ids.every((id) => list.rows.has(id))).toBe(true);
    expect(state.trouble).toEqual(kind === 'failed' ? { code: end, since } : null);
    expect(state.warnings).toEqual(kind === 'unsure' ? [end] : []);
    // A link that leads back from the last page comes after all that is in the list.
    expect(state.asOf).toBe(kind === 'whole' || fault === 'foreign-next' ? since : wholeAt);

    simulator.setFault(null);
    await walks.walkAgain();
    await walks.walkAgain();
    expect(refresh.state()).toMatchObject({ trouble: null, warnings: [], dropped: 0, asOf: clock.now() });
    expect([...list.rows.keys()].toSorted()).toEqual(ids.toSorted());
  });
});

describe('what SignalWire is asked', () => {
  it('is the small page once, then each full page once a walk, whoever else reads them', async () => {
    const walks = await startWalks({ conferences: 2_500 });
    await walks.walkFirst();
    expect(walks.countCalls()).toBe(1 + 3);
    for (let count = 0; count < 4; count += 1) {
      await walks.walkAgain();
      expect(walks.countCalls()).toBe(3);
    }
    const first = readQuery('include_active_session=true&page_size=1000');
    await Promise.all(Array.from({ length: 50 }, () => walks.share(first, 'reader')));
    expect(walks.countCalls()).toBe(0);
    expect(walks.refresh.state()).toMatchObject({ whole: true, warnings: [], trouble: null });
  });

  it('is one small page for a list that it holds', async () => {
    const walks = await startWalks({ conferences: 50 });
    await walks.walkFirst();
    expect(walks.countCalls()).toBe(1);
    expect(walks.list.size).toBe(50);
    expect(walks.refresh.state().whole).toBe(true);
  });

  it('is nothing while a pause stands, however often somebody wants a refresh', async () => {
    const walks = await startWalks({ conferences: 2_500 });
    const { refresh, simulator, clock } = walks;
    await walks.walkFirst();
    simulator.setFault('401');
    await walks.walkAgain();
    walks.countCalls();
    for (let count = 0; count < 5; count += 1) {
      clock.advance(5);
      refresh.wish();
      await walks.settled();
    }
    expect(walks.countCalls()).toBe(0);
    expect(refresh.state().trouble?.code).toBe('upstream_auth');
    expect(walks.list.size).toBe(2_500);
    simulator.setFault(null);
    await walks.walkAgain();
    expect(refresh.state().trouble).toBeNull();
  });

  it('is no page beyond the most that is kept when the list is longer', async () => {
    const walks = await startWalks({ conferences: 2_500, mostRows: 1_500 });
    await walks.walkFirst();
    expect(walks.list.size).toBe(1_500);
    walks.countCalls();
    await walks.walkAgain();
    expect(walks.countCalls()).toBe(2);
    expect(walks.refresh.state()).toMatchObject({
      warnings: ['limit'],
      whole: true,
      asOf: walks.clock.now(),
    });
  });
});

describe('a walk', () => {
  const quirks: { [Name in keyof Quirks]: readonly Quirks[Name][] } = {
    links: ['absolute', 'relative'],
    order: ['newest', 'oldest', 'shuffled'],
    next: ['absent', 'null', 'empty'],
    activeSession: ['absent', 'null'],
    sessionFields: ['absent', 'null'],
    fps: ['string', 'number'],
    sync: ['audio_video_sync', 'sync_audio_video'],
    nullDates: ['dropped', 'kept'],
    scope: ['401', '403'],
    emptyPage: ['off', 'on'],
  };
  const each = Object.entries(quirks).flatMap(([name, values]) => values.map((value) => ({ name, value })));

  it.each(each)('reads the whole list where $name is $value', async ({ name, value }) => {
    const walks = await startWalks({ quirks: quirksSchema.partial().parse({ [name]: value }) });
    await walks.walkFirst();
    await walks.walkAgain();
    expect(walks.list.size).toBe(1_010);
    expect(walks.refresh.state()).toMatchObject({ whole: true, warnings: [], trouble: null, dropped: 0 });
  });

  it('loses nobody when conferences go and come between two of its pages', async () => {
    const walks = await startWalks({ conferences: 2_500 });
    const { simulator, list } = walks;
    await walks.walkFirst();
    const ids = [...list.rows.keys()];
    const removed = ids.slice(0, 40);
    simulator.setLatency(20);
    walks.pass(15);
    while (walks.refresh.state().loaded === 0) await new Promise(setImmediate);
    for (const id of removed) simulator.remove(id);
    await walks.settled();
    const left = ids.slice(40);
    expect(left.every((id) => list.rows.has(id))).toBe(true);
    await walks.walkAgain();
    await walks.walkAgain();
    expect([...list.rows.keys()].toSorted()).toEqual(left.toSorted());
  });

  it('at whose middle a link leads back says so, and keeps what it did not reach', async () => {
    const walks = await startWalks({ conferences: 2_500 });
    await walks.walkFirst();
    walks.simulator.setFault('repeated-next', undefined, 'page_number=1');
    await walks.walkAgain();
    expect(walks.refresh.state().warnings).toEqual(['repeated-link']);
    expect(walks.list.size).toBe(2_500);
  });

  it('whose token expires midway begins again by itself and reads the whole list', async () => {
    const walks = await startWalks({ conferences: 2_500 });
    walks.simulator.setFault('expired-token', 1, 'page_number=2');
    await walks.walkFirst();
    expect(walks.refresh.state()).toMatchObject({ whole: true, warnings: ['restarted'], trouble: null });
    expect(walks.list.calls).toContain('restart');
    expect(walks.list.size).toBe(2_500);
  });

  it('that broke off before the list was whole goes on at the page that failed', async () => {
    const walks = await startWalks({ conferences: 2_500 });
    walks.simulator.setFault('404', 1, 'page_number=2');
    await walks.walkFirst();
    expect(walks.refresh.state()).toMatchObject({ whole: false, trouble: { code: 'upstream_not_found' } });
    expect(walks.list.size).toBe(2_000);
    walks.countCalls();
    await walks.walkAgain();
    expect(walks.countCalls()).toBe(1);
    expect(walks.refresh.state()).toMatchObject({ whole: true, trouble: null });
    expect(walks.list.size).toBe(2_500);
  });

  it('fills the list in SQLite, where a conference is gone after two whole walks without it', async () => {
    const { simulator, origin } = await startSimulator({ conferences: 1_010 });
    simulator.clock.freeze();
    const clock = createHandClock();
    const share = startShare({ origin, ...simulator.credentials }, clock);
    const store = createStore(clock.now);
    const { refresh, settled, walkAfter } = startRefresh(createReadPage(share, clock, DEFAULT_LIMITS), {
      clock,
      list: store,
    });
    const id = simulator.add({ name: 'short-lived' });
    refresh.asked();
    await settled();
    expect(store.size).toBe(1_011);
    const { rev } = store;
    await walkAfter(15);
    expect(store.rev).toBe(rev);
    simulator.remove(id);
    await walkAfter(15);
    expect(store.find(id)).not.toBeNull();
    await walkAfter(15);
    expect(store.find(id)).toBeNull();
    expect(store.size).toBe(1_010);
  });
});
