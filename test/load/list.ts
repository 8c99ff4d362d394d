import { Agent } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { LIST_HEADER, type ListState } from '#contract/list.ts';
import { LAYOUTS } from '#contract/values.ts';
import { type Answer, ask, createAgent } from './client.ts';
import { atMost, type Figure, median, plainly, quantile } from './figure.ts';
import { type Measured, startMeasured } from './measured.ts';

const OPERATORS = 200;
/** How often an operator's page asks what is new, s. */
const EVERY = 10;

const stateOf = ({ headers }: Answer): ListState => JSON.parse(String(headers[LIST_HEADER.toLowerCase()]));

/** The list on the server: taken in once, asked by many. `seconds` is how long the operators stay. */
export async function measureList(conferences: number, seconds: number): Promise<Figure[]> {
  const board = await startMeasured({ conferences });
  const agent = createAgent(OPERATORS);
  const search = (query: string) => ask(`${board.origin}/api/video/conferences/search?tz=UTC${query}`, agent);
  const named = (what: string) => `${conferences.toLocaleString('en')} conferences: ${what}`;

  await board.measure();
  const begun = performance.now();
  let state = stateOf(await search(''));
  while (!state.whole) {
    await wait(50);
    state = stateOf(await search(''));
  }
  const whole = performance.now() - begun;
  const filled = await board.measure();

  const timeOf = async (queries: readonly string[]) => {
    const times: number[] = [];
    for (const query of queries) times.push((await search(query)).ms);
    return median(times);
  };
  const again = await timeOf(Array.from({ length: 40 }, () => ''));
  const filtered = await timeOf(LAYOUTS.flatMap((layout) => [`&layout=${layout}`, `&layout=!${layout}`]));
  const words = ['ard', 'roo', 'tea', 'ing', 'boa', 'con', 'sta', 'ial', 'ent', 'the', 'ate', 'clu'];
  const searched = await timeOf(words.map((word) => `&q=${word}`));

  await board.measure();
  const many = await operate(board, OPERATORS, seconds);
  const busy = await board.measure();
  agent.destroy();
  await board.stop();
  return [
    plainly(named('taken in after'), `${Math.round(whole)} ms`),
    atMost(named('… longest hold of the event loop meanwhile'), 100, filled.longestHold, ' ms'),
    plainly(named('… of it CPU'), `${Math.round(filled.longestWork)} ms`),
    atMost(named('the default page again, p50'), 2, again, ' ms'),
    atMost(named('a new filter, p50'), 50, filtered, ' ms'),
    atMost(named('a word of three letters, p50'), 30, searched, ' ms'),
    atMost(named(`${OPERATORS} operators for ${seconds} s: p99`), 150, many.p99, ' ms'),
    atMost(named('… longest hold of the event loop'), 100, busy.longestHold, ' ms'),
    plainly(named('… of it CPU'), `${Math.round(busy.longestWork)} ms`),
    atMost(named('… RSS'), 600, busy.rss / 1024 ** 2, ' MiB'),
    atMost(
      named('… questions to SignalWire (one operator alone causes at most a walk each 15 s)'),
      (Math.floor(seconds / 15) + 1) * Math.ceil(conferences / 1000),
      many.calls,
    ),
  ];
}

/** Operators with other filters, orders and pages each, and a letter of a search a second among them all. */
async function operate(board: Measured, operators: number, seconds: number) {
  board.simulator.clearRequests();
  // A page that asks every ten seconds finds its connection closed each time.
  const agent = new Agent({ keepAlive: false });
  const until = Date.now() + seconds * 1000;
  const times: number[] = [];
  const look = async (query: string): Promise<Answer> => {
    const answer = await ask(`${board.origin}/api/video/conferences/search?${query}`, agent);
    if (answer.status !== 200) throw new Error(`Answered ${answer.status}: ${query}`);
    times.push(answer.ms);
    return answer;
  };
  const sorts = ['status', 'name', '-join_from', 'layout', '-created_at'];
  const operator = async (number: number) => {
    const query = `tz=UTC&layout=!${LAYOUTS[number % LAYOUTS.length]}&sort=${sorts[number % sorts.length]}&page=${1 + number}`;
    await wait(Math.random() * EVERY * 1000);
    let state = stateOf(await look(query));
    for (;;) {
      await wait(Math.max(0, Math.min(EVERY * 1000, until - Date.now())));
      if (Date.now() >= until) return;
      const held = Array.from({ length: 50 }, (_, key) => 1 + number * 50 + key);
      state = stateOf(await look(`${query}&hold=${held}&rev=${state.rev}&epoch=${state.epoch}`));
    }
  };
  const typist = async () => {
    for (let letter = 0; Date.now() < until; letter++) {
      await look(`tz=UTC&q=${'conference'.slice(0, 1 + (letter % 10))}`);
      await wait(1_000);
    }
  };
  await Promise.all([...Array.from({ length: operators }, (_, number) => operator(number)), typist()]);
  agent.destroy();
  return {
    p99: quantile(times, 0.99),
    calls: board.simulator.requestsSeen,
  };
}
