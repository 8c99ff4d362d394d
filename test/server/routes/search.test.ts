import { describe, expect, it } from 'vitest';
import type { NewsAnswer, PageAnswer, SearchAnswer } from '#contract/list.ts';
import { startBoard } from '../../support/board.ts';
import { createQuestions } from '../../support/questions.ts';

function pageOf(answer: SearchAnswer): PageAnswer {
  if (answer.kind !== 'page') throw new Error('news came where a page was asked for');
  return answer;
}

function newsOf(answer: SearchAnswer): NewsAnswer {
  if (answer.kind !== 'news') throw new Error('a page came where news were asked for');
  return answer;
}

const keysOf = (answer: SearchAnswer) => pageOf(answer).rows.map(({ key }) => key);

describe('a page of the list', () => {
  it('has rows as soon as SignalWire gave its first page, and every conference once the walk has ended', async () => {
    await using board = await startBoard({ conferences: 1_240 });
    const { search, whole } = createQuestions(board.origin);
    const first = await search();
    expect(pageOf(first.body).rows).toHaveLength(50);
    expect(first.state).toMatchObject({ whole: false, asOf: null });
    const all = await whole();
    expect(all.body).toMatchObject({ total: 1_240, matching: 1_240 });
    expect(all.state).toMatchObject({ trouble: null, warnings: [], dropped: 0 });
    expect(all.state.asOf).toBeLessThanOrEqual(all.state.now);
  });

  it('holds each conference as SignalWire sent it, with every digit of its numbers', async () => {
    await using board = await startBoard({ conferences: 3 });
    board.simulator.setFault('delicate-numbers');
    const { whole } = createQuestions(board.origin);
    await whole();
    const sent = await (
      await fetch(`${board.origin}/api/video/conferences?include_active_session=true`)
    ).text();
    const [number] = /\d{16,}/.exec(sent) ?? [];
    const found = await fetch(`${board.origin}/api/video/conferences/search?tz=UTC&q=${number}`);
    expect(await found.text()).toContain(`${number}`);
  });

  it('is not sent again to whoever has it, while its header goes on saying where the list stands', async () => {
    await using board = await startBoard({ conferences: 60 });
    const { search, whole } = createQuestions(board.origin);
    const { response, state } = await whole();
    const again = await search('', { headers: { 'If-None-Match': response.headers.get('etag') ?? '' } });
    expect(again.response.status).toBe(304);
    expect(again.bytes).toBe(0);
    expect(again.state).toMatchObject({ epoch: state.epoch, rev: state.rev });
    const head = await search('', { method: 'HEAD' });
    expect(head.response.headers.get('etag')).toBe(response.headers.get('etag'));
  });

  it('says at the parameter what the page would never write', async () => {
    await using board = await startBoard({ conferences: 3 });
    const { ask } = createQuestions(board.origin);
    const refused: [query: string, attribute: string][] = [
      ['', 'tz'],
      ['?tz=Mars/Base', 'tz'],
      ['?tz=UTC&tz=UTC', 'tz'],
      ['?tz=UTC&status=bogus', 'status'],
      ['?tz=UTC&layout=5up,,2x2', 'layout'],
      ['?tz=UTC&sort=nothing', 'sort'],
      ['?tz=UTC&page=0', 'page'],
      ['?tz=UTC&rows=51', 'rows'],
      ['?tz=UTC&cols=name', 'cols'],
      ['?tz=UTC&c=abc', 'c'],
      ['?tz=UTC&from=nonsense', 'from'],
      ['?tz=UTC&from=2026-03-02&to=2026-03-01', 'from'],
      [`?tz=UTC&q=${'a'.repeat(501)}`, 'q'],
      ['?tz=UTC&hold=1,x&rev=0', 'hold'],
      ['?tz=UTC&hold=-1&rev=0', 'hold'],
      [`?tz=UTC&hold=${Array.from({ length: 251 }, (_, key) => key + 1)}&rev=0`, 'hold'],
      ['?tz=UTC&hold=1&rev=1e3', 'rev'],
      ['?tz=UTC&<script>=1', '?script?'],
    ];
    for (const [query, attribute] of refused) {
      const { response, body } = await ask<{ errors: { attribute: string; message: string }[] }>(
        `search${query}`,
      );
      expect([query, response.status, body.errors?.[0]?.attribute]).toEqual([query, 422, attribute]);
    }
  });

  it('takes the words of SQL and of the search engine as words', async () => {
    await using board = await startBoard({ conferences: 240 });
    const { search, whole } = createQuestions(board.origin);
    await whole();
    const hostile = [
      "'; DROP TABLE facts; --",
      '" OR 1=1 --',
      'NEAR(a b, 2)',
      'words:a',
      'a* OR b*',
      '-',
      '"""',
      '^a + b',
      '\u0000',
      '{ids} : "a"',
      '%',
      '_',
      '('.repeat(200),
      'x '.repeat(200),
    ];
    for (const q of hostile) {
      const { response } = await search(`&q=${encodeURIComponent(q)}`);
      expect([q, response.status]).toEqual([q, 200]);
    }
    expect((await search()).body.total).toBe(240);
  });
});

describe('news for whoever shows some rows', () => {
  it('are nearly nothing when nothing is new, for 250 rows under long filters too', async () => {
    await using board = await startBoard({ conferences: 400 });
    const { search, whole } = createQuestions(board.origin);
    const long = `&q=${'-nobody'.repeat(70)}&description=${Array.from({ length: 9 }, (_, n) => `!${'会議の説明'.repeat(20)}${n}`).map(encodeURIComponent)}`;
    const { body, state } = await whole(`${long}&rows=250`);
    expect(keysOf(body)).toHaveLength(250);
    const news = await search(`${long}&rows=250&hold=${keysOf(body)}&rev=${state.rev}&epoch=${state.epoch}`);
    expect(newsOf(news.body)).toMatchObject({ changed: [], gone: [], added: 0, went: 0, differs: false });
    expect(news.bytes).toBeLessThanOrEqual(512);
  });

  it('say what changed, what came and what went, and give only the rows that changed', async () => {
    await using board = await startBoard({ conferences: 60, refreshSeconds: 1, cacheSeconds: 0 });
    const { search, whole } = createQuestions(board.origin);
    const { body, state } = await whole('&sort=name&rows=100');
    const { rows } = pageOf(body);
    const [changed, gone] = [rows[3], rows[7]];
    const id = (row: typeof changed) => row?.row.id ?? '';
    board.simulator.edit(id(changed), { description: 'Quite another text' });
    board.simulator.remove(id(gone));
    board.simulator.add();
    const held = `&sort=name&rows=100&hold=${keysOf(body)}&rev=${state.rev}&epoch=${state.epoch}&fresh=1`;
    let news = newsOf((await search(held)).body);
    while (news.went === 0) news = newsOf((await search(held)).body);
    expect(news.changed).toMatchObject([{ key: changed?.key, row: { description: 'Quite another text' } }]);
    expect(news).toMatchObject({ gone: [gone?.key], added: 1, went: 1, differs: true, total: 60 });
  });

  it('are a whole page for whoever holds rows of another server’s list', async () => {
    await using board = await startBoard({ conferences: 60 });
    const { search, whole } = createQuestions(board.origin);
    const { state } = await whole();
    const other = await search(`&hold=1,2,3&rev=${state.rev}&epoch=another`);
    expect(pageOf(other.body).rows).toHaveLength(50);
    const future = await search(`&hold=1,2,3&rev=${state.rev + 10}&epoch=${state.epoch}`);
    expect(pageOf(future.body).rows).toHaveLength(50);
  });
});
