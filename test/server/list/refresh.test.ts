import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { Fault } from '../../../server/http/Fault.ts';
import type { Next, WalkPage } from '../../../server/list/walkPage.ts';
import { createHandClock } from '../../support/clock.ts';
import { startRefresh } from '../../support/refresh.ts';
import { createPlainList } from '../../support/walked.ts';

const END: Next = { kind: 'end' };
const toPage = (number: number): Next => ({
  kind: 'page',
  query: `page_number=${number}&page_token=PA${number}`,
});

const toRow = (id: string) => ({ id, text: JSON.stringify({ id }) });

/** A SignalWire of pages with a row each. What a test puts into `trouble` is thrown at its page. */
function createSource(pages = 1) {
  const clock = createHandClock();
  const asked: number[] = [];
  const source = {
    clock,
    asked,
    pages,
    trouble: new Map<number, Fault>(),
    /** s that each page takes */
    takes: 0,
    /** s for which each page was kept before */
    age: 0,
    change: (page: WalkPage): WalkPage => page,
    async readPage(query: string): Promise<WalkPage> {
      const number = Number(new URLSearchParams(query).get('page_number') ?? 0);
      asked.push(number);
      const askedAt = clock.ticks() - source.age * 1000;
      clock.advance(source.takes);
      const fault = source.trouble.get(number);
      if (fault !== undefined) throw fault;
      const next = number + 1 < source.pages ? toPage(number + 1) : END;
      return source.change({ rows: [toRow(`row-${number}`)], next, dropped: 0, askedAt, fault: null });
    },
  };
  return source;
}

const START = createHandClock().now();
const at = (seconds: number) => START + seconds * 1000;

describe('walks over the list', () => {
  it('begin when a page asks, and not before', async () => {
    const { readPage, clock, asked } = createSource();
    const { refresh, pass, settled, list } = startRefresh(readPage, { list: createPlainList(), clock });
    pass(1000);
    expect(asked).toEqual([]);
    expect(refresh.state()).toMatchObject({ asOf: null, whole: false, loaded: null, nextAt: START });
    refresh.asked();
    expect(refresh.state()).toMatchObject({ loaded: 0, nextAt: null, waitingSince: at(1000) });
    await settled();
    expect(list.size).toBe(1);
    expect(refresh.state()).toEqual({
      asOf: at(1000),
      whole: true,
      loaded: null,
      trouble: null,
      waitingSince: null,
      nextAt: at(1015),
      askableAt: at(1005),
      warnings: [],
      dropped: 0,
    });
  });

  it('begin 15 seconds one after another while somebody looks', async () => {
    const { readPage, clock, asked } = createSource();
    const { refresh, pass, settled, walkAfter } = startRefresh(readPage, { list: createPlainList(), clock });
    refresh.asked();
    await settled();
    pass(14.9);
    expect(asked).toHaveLength(1);
    await walkAfter(0.1);
    await walkAfter(15);
    expect(asked).toHaveLength(3);
    expect(refresh.state()).toMatchObject({ asOf: at(30), nextAt: at(45) });
  });

  it('wait after a slow one for as long as it took', async () => {
    const source = createSource();
    const { refresh, settled, walkAfter } = startRefresh(source.readPage, {
      ...source,
      list: createPlainList(),
    });
    source.takes = 20;
    refresh.asked();
    await settled();
    expect(refresh.state()).toMatchObject({ asOf: START, nextAt: at(40) });
    await walkAfter(20);
    expect(refresh.state()).toMatchObject({ asOf: at(40), nextAt: at(80) });
  });

  it('never read the pages that the walk before kept, however long those are kept', async () => {
    const { readPage, clock } = createSource();
    const { refresh, settled } = startRefresh(readPage, { list: createPlainList(), clock, cacheSeconds: 60 });
    refresh.asked();
    await settled();
    expect(refresh.state().nextAt).toBe(at(60));
  });

  it('end two minutes after the last page asked, leave no timer, and begin again at once', async () => {
    const { readPage, clock, asked } = createSource();
    const { refresh, settled, walkAfter, pass, isWaiting } = startRefresh(readPage, {
      list: createPlainList(),
      clock,
    });
    refresh.asked();
    await settled();
    for (let walks = 0; walks < 7; walks += 1) await walkAfter(15);
    pass(15);
    expect(asked).toHaveLength(8);
    expect(isWaiting()).toBe(false);
    pass(3600);
    expect(asked).toHaveLength(8);
    refresh.asked();
    await settled();
    expect(asked).toHaveLength(9);
  });

  it('are one at a time, whoever asks', async () => {
    const { readPage, clock, asked } = createSource(3);
    const { refresh, settled } = startRefresh(readPage, { list: createPlainList(), clock });
    for (let count = 0; count < 100; count += 1) {
      refresh.asked();
      refresh.wish();
      expect(refresh.state().askableAt).toBeNull();
    }
    await settled();
    // The small first page, and the three.
    expect(asked).toEqual([0, 0, 1, 2]);
  });

  it('say how far they are, and since when SignalWire owes them an answer', async () => {
    const clock = createHandClock();
    const answers = [0, 1].map(() => Promise.withResolvers<WalkPage>());
    let asked = 0;
    const readPage = async () => answers[asked++]?.promise ?? Promise.reject(new Error('asked too often'));
    const { refresh, settled } = startRefresh(readPage, { list: createPlainList(), clock });
    refresh.asked();
    clock.advance(3);
    expect(refresh.state()).toMatchObject({ loaded: 0, waitingSince: START });
    const rows = [toRow('a'), toRow('b')];
    answers[0]?.resolve({ rows, next: toPage(1), dropped: 0, askedAt: 0, fault: null });
    while (refresh.state().loaded !== 2) await new Promise(setImmediate);
    expect(refresh.state()).toMatchObject({ loaded: 2, waitingSince: at(3), whole: false, asOf: null });
    answers[1]?.resolve({ rows, next: END, dropped: 4, askedAt: 3000, fault: null });
    await settled();
    expect(refresh.state()).toMatchObject({ loaded: null, waitingSince: null, whole: true, dropped: 4 });
  });

  it('stop when the refresh is closed: nothing more is asked or taken in', async () => {
    const clock = createHandClock();
    const answer = Promise.withResolvers<WalkPage>();
    const { refresh, list, isWaiting } = startRefresh(() => answer.promise, {
      list: createPlainList(),
      clock,
    });
    refresh.asked();
    refresh.close();
    answer.resolve({ rows: [toRow('late')], next: END, dropped: 0, askedAt: 0, fault: null });
    await new Promise(setImmediate);
    expect(list.calls).toEqual([]);
    refresh.asked();
    refresh.wish();
    expect(isWaiting()).toBe(false);
  });

  it('do not keep the process alive that waits for the next one', async () => {
    const script = `
      import { createRefresh } from './server/list/refresh.ts';
      const refresh = createRefresh({
        readPage: async () => ({ rows: [], next: { kind: 'end' }, dropped: 0, askedAt: 0, fault: null }),
        list: { size: 0, beginPass: () => ({ take: () => 0, restart() {}, end: () => console.log('walked') }) },
        clock: { now: () => Date.now(), ticks: () => performance.now() },
        log: { info() {} }, refreshSeconds: 600, cacheSeconds: 5, mostRows: 10,
      });
      refresh.asked();`;
    const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '-e', script]);
    expect(stdout).toBe('walked\n');
  });
});

describe('a wish for a refresh', () => {
  it('begins the next walk at once when CACHE_SECONDS have passed since the last one ended', async () => {
    const { readPage, clock, asked } = createSource();
    const { refresh, settled, pass } = startRefresh(readPage, { list: createPlainList(), clock });
    refresh.wish();
    expect(refresh.state().askableAt).toBeNull();
    await settled();
    pass(4.9);
    refresh.wish();
    expect(refresh.state().askableAt).toBe(at(5));
    expect(asked).toHaveLength(1);
    pass(0.1);
    refresh.wish();
    expect(refresh.state().askableAt).toBeNull();
    await settled();
    expect(asked).toHaveLength(2);
    expect(refresh.state()).toMatchObject({ asOf: at(5), nextAt: at(20) });
  });

  it('waits for the end of a pause', async () => {
    const { readPage, clock, trouble, asked } = createSource();
    const { refresh, settled, pass } = startRefresh(readPage, { list: createPlainList(), clock });
    trouble.set(0, new Fault('upstream_rate_limited', { retryAfter: 60 }));
    refresh.asked();
    await settled();
    pass(30);
    refresh.wish();
    expect(refresh.state().askableAt).toBe(at(60));
    expect(refresh.state()).toMatchObject({ nextAt: at(60), askableAt: at(60) });
    expect(asked).toHaveLength(1);
    pass(30);
    await settled();
    expect(asked).toHaveLength(2);
  });
});

describe('a walk that fails', () => {
  it('keeps what is there, says since when and why, and is followed by one that mends it', async () => {
    const { readPage, clock, trouble } = createSource(2);
    const { refresh, settled, walkAfter, list } = startRefresh(readPage, { list: createPlainList(), clock });
    refresh.asked();
    await settled();
    trouble.set(1, new Fault('upstream_unavailable'));
    await walkAfter(15);
    const failed = { asOf: START, whole: true, loaded: null };
    expect(refresh.state()).toMatchObject({
      ...failed,
      trouble: { code: 'upstream_unavailable', since: at(15) },
      nextAt: at(30),
    });
    expect(list.size).toBe(2);
    trouble.set(1, new Fault('upstream_timeout'));
    await walkAfter(15);
    expect(refresh.state()).toMatchObject({
      ...failed,
      trouble: { code: 'upstream_timeout', since: at(15) },
    });
    trouble.clear();
    await walkAfter(15);
    expect(refresh.state()).toMatchObject({ asOf: at(45), trouble: null });
    expect(list.size).toBe(2);
  });

  it('is gone on with where it broke off until the list was whole once, then begins anew', async () => {
    const { readPage, clock, trouble, asked } = createSource(3);
    const { refresh, settled, walkAfter } = startRefresh(readPage, { list: createPlainList(), clock });
    trouble.set(2, new Fault('upstream_unavailable'));
    refresh.asked();
    await settled();
    expect(refresh.state()).toMatchObject({ whole: false, asOf: null });
    trouble.clear();
    asked.length = 0;
    await walkAfter(15);
    expect(asked).toEqual([2]);
    expect(refresh.state()).toMatchObject({ whole: true, asOf: START, trouble: null });
    trouble.set(2, new Fault('upstream_unavailable'));
    await walkAfter(15);
    asked.length = 0;
    await walkAfter(15);
    expect(asked).toEqual([0, 1, 2]);
  });

  it('for a fault of our own says so and is logged with its cause', async () => {
    const { readPage, clock } = createSource();
    const { refresh, settled, walkAfter, list, readLog } = startRefresh(readPage, {
      list: createPlainList(),
      clock,
    });
    list.onTake = () => {
      throw new Error('database or disk is full');
    };
    refresh.asked();
    await settled();
    expect(refresh.state().trouble?.code).toBe('internal');
    expect(readLog()).toContain('database or disk is full');
    list.onTake = () => {};
    await walkAfter(15);
    expect(refresh.state()).toMatchObject({ trouble: null, whole: true });
  });
});

describe('the time at which all in the list was so', () => {
  it('is that of the oldest page, also when that one was kept', async () => {
    const source = createSource();
    const { refresh, settled } = startRefresh(source.readPage, { ...source, list: createPlainList() });
    source.age = 4;
    refresh.asked();
    await settled();
    expect(refresh.state().asOf).toBe(at(-4));
  });

  it('does not move with a page that was kept too long, and the trouble says why', async () => {
    const source = createSource();
    const { refresh, settled, walkAfter } = startRefresh(source.readPage, {
      ...source,
      list: createPlainList(),
    });
    refresh.asked();
    await settled();
    source.change = (page) => ({ ...page, fault: new Fault('upstream_unreachable') });
    source.age = 15;
    await walkAfter(15);
    expect(refresh.state()).toMatchObject({
      asOf: START,
      trouble: { code: 'upstream_unreachable', since: at(15) },
    });
  });

  it('moves with a walk that lost its way only when it saw all that is in the list', async () => {
    const source = createSource(2);
    const { refresh, settled, walkAfter } = startRefresh(source.readPage, {
      ...source,
      list: createPlainList(),
    });
    source.change = (page) => ({ ...page, next: page.next.kind === 'end' ? END : { kind: 'broken' } });
    refresh.asked();
    await settled();
    expect(refresh.state()).toMatchObject({ asOf: START, whole: true, warnings: ['half-cursor'] });
    source.change = (page) => page;
    await walkAfter(15);
    expect(refresh.state()).toMatchObject({ asOf: at(15), whole: true, warnings: [] });
    source.change = (page) => ({ ...page, next: page.next.kind === 'end' ? END : { kind: 'broken' } });
    await walkAfter(15);
    expect(refresh.state()).toMatchObject({ asOf: at(15), whole: true, warnings: ['half-cursor'] });
  });

  it('moves with every walk over a list that is longer than what is kept', async () => {
    const source = createSource(5);
    const { refresh, settled, walkAfter, list } = startRefresh(source.readPage, {
      ...source,
      list: createPlainList(),
      mostRows: 3,
    });
    refresh.asked();
    await settled();
    await walkAfter(15);
    expect(refresh.state()).toMatchObject({ asOf: at(15), whole: true, warnings: ['limit'] });
    expect(list.size).toBe(3);
    source.pages = 2;
    await walkAfter(15);
    expect(refresh.state()).toMatchObject({ asOf: at(30), whole: true, warnings: [] });
  });
});

describe('when somebody sets the clock of the machine', () => {
  it.each([-86_400, 86_400])(
    'by %i seconds, walks begin as before and times are told by the new one',
    async (step) => {
      const { readPage, clock, asked } = createSource();
      const { refresh, settled, pass, walkAfter } = startRefresh(readPage, {
        list: createPlainList(),
        clock,
      });
      refresh.asked();
      await settled();
      clock.step(step);
      expect(refresh.state()).toMatchObject({ asOf: at(step), nextAt: at(step + 15) });
      pass(14);
      expect(asked).toHaveLength(1);
      await walkAfter(1);
      expect(refresh.state()).toMatchObject({ asOf: at(step + 15), nextAt: at(step + 30) });
    },
  );

  it('by a few ms, the same moment stays the same ms', async () => {
    const { readPage, clock } = createSource();
    const { refresh, settled } = startRefresh(readPage, { list: createPlainList(), clock });
    refresh.asked();
    await settled();
    for (let count = 0; count < 5; count += 1) {
      clock.step(0.1);
      expect(refresh.state()).toMatchObject({ asOf: START, nextAt: at(15) });
    }
  });
});
