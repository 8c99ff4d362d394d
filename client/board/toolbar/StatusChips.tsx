import { memo } from 'react';
import type { View } from '#contract/view/view.ts';
import { formatNumber } from '../../lib/number.ts';
import type { Answer } from '../../roster/question.ts';
import { STATUSES, type Status } from '../../roster/status.ts';
import { StatusIcon } from '../../status/StatusBadge.tsx';
import { STATUS_MEANINGS, STATUS_WORDS } from '../../status/statusWords.ts';
import { chooseValue, facetOf, withFacet } from './facet.ts';
import styles from './StatusChips.module.css';

interface StatusChipsProps extends Pick<View, 'filters'> {
  /** what the other filters leave of each status, and how many there are at all; null before the first rows */
  counts: Pick<Answer, 'countsOf' | 'statusCounts'> | null;
  /** why the counts are not those of the whole space; null when they are */
  doubt: 'so far' | 'in range' | null;
  onAsk: (patch: Partial<View>) => void;
}

/** How many conferences have each status; a press shows only those, with Alt all but those. */
export const StatusChips = memo(function StatusChips({ filters, counts, doubt, onAsk }: StatusChipsProps) {
  const facet = facetOf(filters, 'status');
  const choose = (status: Status, side: 'include' | 'exclude') =>
    onAsk({ filters: withFacet(filters, 'status', chooseValue(facet, status, side)) });
  return (
    <fieldset className={styles.chips}>
      <legend className="visually-hidden">Status</legend>
      {STATUSES.map((status) => {
        const excluded = facet.exclude.includes(status);
        return (
          <button
            key={status}
            type="button"
            className={styles.chip}
            data-excluded={excluded || undefined}
            aria-pressed={facet.include.includes(status)}
            title={`${STATUS_MEANINGS[status]}. With Alt: all but these.`}
            onClick={(event) => choose(status, event.altKey ? 'exclude' : 'include')}
          >
            <span className={styles.word}>
              <StatusIcon status={status} size={13} />
              {STATUS_WORDS[status]}
              {excluded && <span className="visually-hidden"> (excluded)</span>}
            </span>{' '}
            <span className={styles.count}>
              {counts === null ? '–' : <Count status={status} counts={counts} doubt={doubt} />}
            </span>
          </button>
        );
      })}
    </fieldset>
  );
});

/** The number that a press would leave, and beside it what keeps it from being the number of all. */
function Count({
  status,
  counts,
  doubt,
}: { status: Status } & Pick<StatusChipsProps, 'doubt'> & {
    counts: Pick<Answer, 'countsOf' | 'statusCounts'>;
  }) {
  const all = counts.statusCounts[status];
  const left = counts.countsOf('status').find(({ value }) => value === status)?.count ?? 0;
  return (
    <>
      {formatNumber(left)}
      {left !== all && <small className={styles.all}> of {formatNumber(all)}</small>}
      {doubt !== null && <small> {doubt}</small>}
    </>
  );
}
