import { createServer } from 'node:http';
import type { Socket } from 'node:net';
import { type Clock, systemClock } from '../clock.ts';
import { createSettableClock } from './clock.ts';
import { createControl } from './control/control.ts';
import type { Controlled } from './control/controlled.ts';
import { type Credentials, createAuthorizationCheck, createCredentials } from './credentials.ts';
import { createFaultSwitch } from './faults/faults.ts';
import { createListEndpoint } from './http/list.ts';
import { createRouter } from './http/router.ts';
import { createAnswer } from './list/answer.ts';
import { DEFAULT_QUIRKS, type Quirks } from './quirks.ts';
import { createRequestRecord } from './record.ts';
import { createHands } from './space/hands.ts';
import { createSpace } from './space/space.ts';

export interface SimulatorOptions {
  /** how many conferences the space has; 240 when absent */
  conferences?: number;
  /** the same seed gives the same space, credentials and page tokens; 1 when absent */
  seed?: number;
  /** how long every answer of the list is held back, in ms; 0 when absent */
  latency?: number;
  /** where time comes from until it is set */
  clock?: Clock;
  projectId?: string;
  apiToken?: string;
  quirks?: Partial<Quirks>;
  /** every fifth conference holds hostile data, not one in four hundred */
  hostile?: boolean;
}

/** A SignalWire space on this machine. */
export interface Simulator extends Controlled {
  /** Binds 127.0.0.1 (port 0, the default, takes a free one) and resolves with the origin, `http://127.0.0.1:PORT`. */
  listen(port?: number): Promise<string>;
  /** Stops listening and destroys every open connection. */
  close(): Promise<void>;
  readonly credentials: Credentials;
  /** a valid token of the same project that lacks the Video scope */
  readonly narrowToken: string;
}

/** Prepares a space; nothing listens yet. */
export function createSimulator(options: SimulatorOptions = {}): Simulator {
  const { conferences = 240, seed = 1, hostile = false } = options;
  const machine = options.clock ?? systemClock;
  const clock = createSettableClock(machine);
  const space = createSpace({ seed, conferences, hostile });
  const given: Partial<Credentials> = {};
  if (options.projectId !== undefined) given.projectId = options.projectId;
  if (options.apiToken !== undefined) given.apiToken = options.apiToken;
  const credentialled = createCredentials(seed, given);
  const record = createRequestRecord(machine.now);
  const faults = createFaultSwitch();
  const sockets = new Set<Socket>();
  let quirks: Quirks = { ...DEFAULT_QUIRKS, ...options.quirks };
  let latency = options.latency ?? 0;
  let origin = 'http://127.0.0.1';

  const simulator: Simulator = {
    ...createHands(space, clock),
    credentials: credentialled.credentials,
    narrowToken: credentialled.narrowToken,
    requests: record.requests,
    get requestsSeen() {
      return record.seen;
    },
    clearRequests: record.clear,
    get openSockets() {
      return sockets.size;
    },
    clock,
    get quirks() {
      return quirks;
    },
    setQuirks(change) {
      quirks = { ...quirks, ...change };
    },
    get fault() {
      return faults.standing;
    },
    setFault(fault, count, match) {
      faults.set(fault === null ? null : { fault, count: count ?? null, match: match ?? null });
    },
    get latency() {
      return latency;
    },
    setLatency(next) {
      latency = next;
    },
    async listen(port = 0) {
      await new Promise<void>((resolve, reject) => {
        server.once('error', reject);
        server.listen(port, '127.0.0.1', resolve);
      });
      const address = server.address();
      if (address === null || typeof address === 'string') throw new Error('The simulator has no port.');
      origin = `http://127.0.0.1:${address.port}`;
      return origin;
    },
    async close() {
      const ends = Array.from(sockets, (socket) => new Promise((resolve) => socket.once('close', resolve)));
      const closed = new Promise((resolve) => server.close(resolve));
      for (const socket of sockets) socket.destroy();
      await Promise.all([closed, ...ends]);
    },
  };

  const checkAuthorization = createAuthorizationCheck(credentialled);
  const view = () => ({ space, instant: clock.now(), origin, quirks });
  const list = createListEndpoint({
    answer: createAnswer(seed),
    view,
    faults,
    record,
    checkAuthorization,
    latency: () => latency,
    machineTime: machine.now,
  });
  const server = createServer(
    createRouter({ list, control: createControl(simulator), view, record, checkAuthorization }),
  );
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
  });
  return simulator;
}
