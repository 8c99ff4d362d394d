import { Agent, get, type IncomingMessage } from 'node:http';

export interface Answer {
  status: number;
  headers: IncomingMessage['headers'];
  bytes: number;
  /** from asking to the last byte */
  ms: number;
}

/** One answer, read to its end. Throws when the connection breaks. */
export function ask(url: string, agent: Agent, headers: Record<string, string> = {}): Promise<Answer> {
  const begun = performance.now();
  return new Promise((resolve, reject) => {
    get(url, { agent, headers: { 'accept-encoding': 'gzip', ...headers } }, (response) => {
      let bytes = 0;
      response.on('data', (chunk) => {
        bytes += chunk.length;
      });
      response.on('error', reject);
      response.on('end', () =>
        resolve({
          status: response.statusCode ?? 0,
          headers: response.headers,
          bytes,
          ms: performance.now() - begun,
        }),
      );
    }).on('error', reject);
  });
}

export function createAgent(connections: number): Agent {
  return new Agent({ keepAlive: true, maxSockets: connections });
}

/** Asks `count` times over `connections` connections, and gives the answers' times in ms. */
export async function askMany(url: string, count: number, connections: number): Promise<number[]> {
  const agent = createAgent(connections);
  const times: number[] = [];
  let left = count;
  const worker = async () => {
    while (left > 0) {
      left -= 1;
      const { status, ms } = await ask(url, agent);
      if (status !== 200) throw new Error(`Answered ${status}.`);
      times.push(ms);
    }
  };
  await Promise.all(Array.from({ length: connections }, worker));
  agent.destroy();
  return times;
}
