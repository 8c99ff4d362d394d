import type { Status } from '../roster/status.ts';
import type { Token } from './palette.ts';

interface Look {
  readonly fill: Token;
  readonly edge: Token;
  readonly ink: Token;
  /** of the part in which a session runs */
  readonly core: Token | null;
}

/** Full where people are, outlined where they may come, faint where it is over: told apart without colour too. */
export const LOOKS: Readonly<Record<Status, Look>> = {
  overrunning: { fill: 'overrunning-ground', edge: 'overrunning', ink: 'text', core: 'overrunning' },
  live: { fill: 'live-ground', edge: 'live', ink: 'text', core: 'live' },
  open: { fill: 'open-ground', edge: 'open', ink: 'text', core: null },
  scheduled: { fill: 'surface', edge: 'scheduled', ink: 'text', core: null },
  'always-open': { fill: 'always-open-ground', edge: 'always-open', ink: 'text-soft', core: null },
  ended: { fill: 'ended-ground', edge: 'line', ink: 'text-faint', core: null },
};
