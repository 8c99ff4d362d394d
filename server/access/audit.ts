import type { Request } from 'express';
import type { Logger } from 'pino';
import type { UsersAct } from './users.ts';

/** What is worth knowing afterwards. */
export type AuditAct =
  | 'signed_in'
  | 'signed_out'
  | 'signed_out_by'
  | 'screen_signed_in'
  | 'refused'
  | 'forbidden'
  | UsersAct;

export interface AuditEntry {
  /** RFC 3339, UTC */
  at: string;
  act: AuditAct;
  /** null: nobody that is known; a name that was only typed could be a password */
  person: string | null;
  /** "" for an act of the command */
  address: string;
  /** "" when the act says all */
  reason: string;
}

/** Notes what came of a request. */
export type Note = (request: Request, act: AuditAct, person: string | null, reason?: string) => void;

export interface Audit {
  note(entry: Omit<AuditEntry, 'at'>): void;
  /** newest first */
  list(): readonly AuditEntry[];
}

/** How many the page shows; the log has them all. */
const MOST = 1_000;

/** Who came, went and was refused: each is a line of the log, and the newest are kept for administrators. */
export function createAudit(log: Logger, now: () => number): Audit {
  const entries: AuditEntry[] = [];
  return {
    note(entry) {
      const full = { at: new Date(now()).toISOString(), ...entry };
      entries.push(full);
      if (entries.length > MOST) entries.shift();
      log.info(full, 'audit');
    },
    list: () => entries.toReversed(),
  };
}
