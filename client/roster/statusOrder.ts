import type { Order } from './order.ts';
import { STATUSES, type Status } from './status.ts';
import type { Statuses } from './statuses.ts';
import type { Table } from './table.ts';

/**
 * What counts within a status, most urgent first: the longest overrun, the longest running session, the
 * window that has stood empty longest, the one that opens next, and the one that ended last.
 */
const WITHIN: Readonly<Record<Status, Urgency>> = {
  overrunning: { by: 'join_until' },
  live: { by: 'started' },
  open: { by: 'join_from' },
  scheduled: { by: 'join_from' },
  'always-open': null,
  ended: { by: 'join_until', descending: true },
};

type Urgency = { by: 'join_from' | 'join_until' | 'started'; descending?: true } | null;

/** Every row in the order of an instant. */
type RowsBy = (name: 'join_from' | 'join_until' | 'started', descending: boolean) => Int32Array;

/**
 * The order by status: by urgency, as STATUSES has it, then by how long. A conference whose instant is
 * unknown comes last within its status. It is dealt out of the orders by instant, which stay while statuses change.
 */
export function orderByStatus({ walked, numbers }: Table, { indexes }: Statuses, rowsBy: RowsBy): Order {
  const all = walked.order();
  const rows = new Int32Array(all.length);
  let at = 0;
  for (const [index, status] of STATUSES.entries()) {
    const urgency = WITHIN[status];
    const dealt = urgency === null ? all : rowsBy(urgency.by, urgency.descending === true);
    for (let place = 0; place < dealt.length; place++) {
      const row = dealt[place] ?? 0;
      if (indexes[row] === index) rows[at++] = row;
    }
  }
  const instants = STATUSES.map((status) => {
    const by = WITHIN[status]?.by;
    return by === undefined ? null : numbers.get(by).upTo(walked.capacity());
  });
  return {
    rows,
    keyed: rows.length,
    isTie(a, b) {
      const index = indexes[a] ?? 0;
      if (index !== indexes[b]) return false;
      const of = instants[index];
      if (of === null || of === undefined) return true;
      const [one, other] = [of[a] ?? Number.NaN, of[b] ?? Number.NaN];
      return one === other || (Number.isNaN(one) && Number.isNaN(other));
    },
  };
}
