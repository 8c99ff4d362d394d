import { onTestFinished } from 'vitest';
import { CONFERENCES_PATH } from '#contract/values.ts';
import { createSimulator, type Simulator, type SimulatorOptions } from '../../server/simulator/simulator.ts';

/** A page as it came over the wire; nothing about it is taken for granted. */
export interface WirePage {
  links: Record<string, string | null>;
  data: Record<string, unknown>[];
}

/** A simulator on a free port, and ways to ask it; it ends with the test. */
export interface StartedSimulator {
  simulator: Simulator;
  origin: string;
  /** headers that let in */
  headers: { Authorization: string };
  /** Asks the list; `query` begins with `?` or is empty. */
  ask(query?: string, init?: RequestInit): Promise<Response>;
  askPage(query?: string): Promise<WirePage>;
  /** Follows `links.next` to the end and gives every page. */
  walk(query: string, style: WalkStyle): Promise<WirePage[]>;
  control(method: string, path: string, body?: unknown): Promise<Response>;
}

/** How SignalWire's official clients follow a link: A takes path and query on their own host, B the query alone. */
type WalkStyle = 'A' | 'B';

export async function startSimulator(options: SimulatorOptions = {}): Promise<StartedSimulator> {
  const simulator = createSimulator(options);
  const origin = await simulator.listen();
  onTestFinished(() => simulator.close());
  const { projectId, apiToken } = simulator.credentials;
  const headers = { Authorization: `Basic ${btoa(`${projectId}:${apiToken}`)}` };

  const ask = (query = '', init: RequestInit = {}) =>
    fetch(`${origin}${CONFERENCES_PATH}${query}`, { headers, redirect: 'manual', ...init });

  async function askPage(query = ''): Promise<WirePage> {
    return readPage(await ask(query));
  }

  async function walk(query: string, style: WalkStyle): Promise<WirePage[]> {
    const pages: WirePage[] = [];
    let address = `${origin}${CONFERENCES_PATH}${query}`;
    for (;;) {
      const page = await readPage(await fetch(address, { headers }));
      pages.push(page);
      const next = page.links.next ?? '';
      if (next === '') return pages;
      const link = new URL(next, origin);
      address =
        style === 'A'
          ? `${origin}${link.pathname}${link.search}`
          : `${origin}${CONFERENCES_PATH}${link.search}`;
    }
  }

  const control = (method: string, path: string, body?: unknown) =>
    fetch(`${origin}/control${path}`, {
      method,
      ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });

  return { simulator, origin, headers, ask, askPage, walk, control };
}

async function readPage(response: Response): Promise<WirePage> {
  if (response.status !== 200) throw new Error(`Status ${response.status}: ${await response.text()}`);
  const page: WirePage = JSON.parse(await response.text());
  return page;
}
