import { describeRange } from '../../range/describe.ts';
import { isStatus } from '../../roster/status.ts';
import type { Facet } from '../../view/parameters.ts';
import type { View } from '../../view/view.ts';
import { STATUS_WORDS } from '../statusWords.ts';
import type { ActiveFilter } from './ActiveFilters.tsx';
import { chooseValue } from './facet.ts';

const FACET_WORDS = { status: 'Status', quality: 'Quality', size: 'Size', layout: 'Layout' } as const;

type FacetName = keyof typeof FACET_WORDS;

const FACET_NAMES: readonly FacetName[] = ['status', 'quality', 'size', 'layout'];

/** The view's filters but the search, in words; times in an IANA zone, each with its way out. */
export function describeFilters(
  view: View,
  zone: string,
  change: (patch: Partial<View>) => void,
): ActiveFilter[] {
  const facets = FACET_NAMES.flatMap((name) => {
    const facet: Facet = view[name];
    const filter = (value: string, side: 'include' | 'exclude'): ActiveFilter => ({
      words: `${FACET_WORDS[name]}: ${side === 'exclude' ? 'not ' : ''}${name === 'status' && isStatus(value) ? STATUS_WORDS[value] : value}`,
      onRemove: () => change({ [name]: chooseValue(facet, value, side), page: 1 }),
    });
    return [
      ...facet.include.map((value) => filter(value, 'include')),
      ...facet.exclude.map((value) => filter(value, 'exclude')),
    ];
  });
  if (view.theme === 'fails') {
    facets.push({ words: 'Theme fails AA', onRemove: () => change({ theme: 'any', page: 1 }) });
  }
  if (view.from !== '' || view.to !== '') {
    facets.unshift({
      words: `${view.match === 'overlaps' ? 'Overlaps' : 'Inside'}: ${describeRange(view, zone)}`,
      onRemove: () => change({ from: '', to: '' }),
    });
  }
  return facets;
}
