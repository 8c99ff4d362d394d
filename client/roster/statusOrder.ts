import { orderByNumber } from './numberOrder.ts';
import type { Order } from './order.ts';
import { STATUSES, type Status } from './status.ts';
import type { Statuses } from './statuses.ts';
import type { Table } from './table.ts';

/** Room for one status: more ms than lie between the years 0 and 9999, seven of which fit a safe integer. */
const ROOM = 2 ** 50;

/**
 * What counts within a status, most urgent first: the longest overrun, the longest running session, the
 * window that has stood empty longest, the one that opens next, and the one that ended last.
 */
const WITHIN: Readonly<Record<Status, 'until' | 'started' | 'from' | 'latest' | 'nothing'>> = {
  overrunning: 'until',
  live: 'started',
  open: 'from',
  scheduled: 'from',
  'always-open': 'nothing',
  ended: 'latest',
};

/**
 * The order by status: by urgency, as STATUSES has it, then by how long. A conference whose instant is
 * unknown comes last within its status.
 */
export function orderByStatus(table: Table, statuses: Statuses): Order {
  const capacity = table.walked.capacity();
  const joinFrom = table.numbers.get('join_from').upTo(capacity);
  const joinUntil = table.numbers.get('join_until').upTo(capacity);
  const started = table.numbers.get('started').upTo(capacity);
  const keys = new Float64Array(capacity);
  for (const row of table.walked.order()) {
    const index = statuses.indexes[row] ?? 0;
    const instant = {
      until: joinUntil[row] ?? Number.NaN,
      latest: -(joinUntil[row] ?? Number.NaN),
      from: joinFrom[row] ?? Number.NaN,
      started: started[row] ?? Number.NaN,
      nothing: 0,
    }[WITHIN[STATUSES[index] ?? 'ended']];
    keys[row] = index * ROOM + (Number.isNaN(instant) ? ROOM / 2 - 1 : instant);
  }
  return orderByNumber(keys, table.walked.order());
}
