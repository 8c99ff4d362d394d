import { type ColumnId, isColumnId } from '#contract/columns.ts';
import type { View } from '#contract/view/view.ts';
import { describeRange } from '../../range/describe.ts';
import { COLUMN_HEADERS } from '../../roster/columns.ts';
import { writeFilterValue } from '../filterWords.ts';
import type { ActiveFilter } from './ActiveFilters.tsx';
import { chooseValue, facetOf, withFacet } from './facet.ts';

const SIDES = ['include', 'exclude'] as const;

/** The view's filters but the search, in words; times in an IANA zone, each with its way out. */
export function describeFilters(
  view: View,
  zone: string,
  change: (patch: Partial<View>) => void,
): ActiveFilter[] {
  const describeFacet = (column: ColumnId): ActiveFilter[] => {
    const facet = facetOf(view.filters, column);
    return SIDES.flatMap((side) =>
      facet[side].map((value) => ({
        words: `${COLUMN_HEADERS[column]}: ${side === 'exclude' ? 'not ' : ''}${writeFilterValue(column, value)}`,
        onRemove: () =>
          change({ filters: withFacet(view.filters, column, chooseValue(facet, value, side)), page: 1 }),
      })),
    );
  };
  const range: ActiveFilter = {
    words: `${view.match === 'overlaps' ? 'Overlaps' : 'Inside'}: ${describeRange(view, zone)}`,
    onRemove: () => change({ from: '', to: '' }),
  };
  const theme: ActiveFilter = {
    words: 'Theme fails AA',
    onRemove: () => change({ theme: 'any', page: 1 }),
  };
  return [
    ...(view.from !== '' || view.to !== '' ? [range] : []),
    ...Object.keys(view.filters).filter(isColumnId).flatMap(describeFacet),
    ...(view.theme === 'fails' ? [theme] : []),
  ];
}
