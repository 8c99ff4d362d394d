import { ChevronFirst, ChevronLast, ChevronLeft, ChevronRight } from 'lucide-react';
import { Fragment, type MouseEvent, memo } from 'react';
import { ROWS_PER_PAGE, type View } from '#contract/view/view.ts';
import { formatNumber } from '../lib/number.ts';
import { Button } from '../ui/Button.tsx';
import { Select } from '../ui/Select.tsx';
import styles from './Pager.module.css';

interface PagerProps {
  /** counts from 1 */
  page: number;
  rows: number;
  matching: number;
  /** whether the walk may still bring more */
  partial: boolean;
  onPage: (page: number) => void;
  /** another number of rows a page: another question, from its first page */
  onAsk: (patch: Pick<View, 'rows'>) => void;
}

/** Steps through the pages; says which rows of how many are on screen, and when "how many" is not final. */
export const Pager = memo(function Pager(props: PagerProps) {
  const { page, rows, matching, partial, onPage, onAsk } = props;
  const last = Math.max(1, Math.ceil(matching / rows));
  const from = matching === 0 ? 0 : (page - 1) * rows + 1;
  const until = Math.min(page * rows, matching);
  const count = formatNumber(matching);
  /** To read a page one begins at its top; a key that may be pressed again stays where it is. */
  const goTo = (number: number) => (event: MouseEvent<HTMLElement>) => {
    const list = event.currentTarget.closest('section');
    if (event.detail > 0 && list !== null && list.getBoundingClientRect().top < 0) list.scrollIntoView();
    onPage(number);
  };
  return (
    <nav aria-label="Pagination" className={styles.pager}>
      <p className={styles.range}>
        {formatNumber(from)}–{formatNumber(until)} of {partial ? `${count} loaded so far` : count}
      </p>
      <Select
        label="Rows per page"
        value={String(rows)}
        options={ROWS_PER_PAGE.map((number) => ({ value: String(number), label: `${number} rows` }))}
        onChange={(value) => onAsk({ rows: Number(value) })}
      />
      <div className={styles.steps}>
        <Button
          look="plain"
          aria-label="First page"
          icon={<ChevronFirst size={16} aria-hidden />}
          disabled={page <= 1}
          onClick={goTo(1)}
        />
        <Button
          look="plain"
          aria-label="Previous page"
          icon={<ChevronLeft size={16} aria-hidden />}
          disabled={page <= 1}
          onClick={goTo(Math.min(page - 1, last))}
        />
        <ol className={styles.numbers}>
          {pageNumbers(page, last).map(({ number, isApart }) => (
            <Fragment key={number}>
              {isApart && <li className={styles.gap}>…</li>}
              <li>
                <button
                  type="button"
                  aria-label={`Page ${number}`}
                  aria-current={number === page ? 'page' : undefined}
                  onClick={goTo(number)}
                >
                  {number}
                </button>
              </li>
            </Fragment>
          ))}
        </ol>
        <Button
          look="plain"
          aria-label="Next page"
          icon={<ChevronRight size={16} aria-hidden />}
          disabled={page >= last}
          onClick={goTo(page + 1)}
        />
        <Button
          look="plain"
          aria-label="Last page"
          icon={<ChevronLast size={16} aria-hidden />}
          disabled={page >= last}
          onClick={goTo(last)}
        />
      </div>
    </nav>
  );
});

/** First, last, and those around the current page; `isApart` where numbers are left out before one. */
function pageNumbers(page: number, last: number): { number: number; isApart: boolean }[] {
  const near = new Set([1, last, page - 1, page, page + 1].filter((number) => number >= 1 && number <= last));
  const numbers = [...near].sort((a, b) => a - b);
  return numbers.flatMap((number, index) => {
    const step = number - (numbers[index - 1] ?? number - 1);
    // A gap of one number is that number.
    const single = step === 2 ? [{ number: number - 1, isApart: false }] : [];
    return [...single, { number, isApart: step > 2 }];
  });
}
