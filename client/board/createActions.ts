import type { ColumnId } from '#contract/columns.ts';
import type { View } from '#contract/view/view.ts';
import type { Density, Preferences } from '../preferences.ts';
import { currentView } from '../view/address.ts';
import type { ChangeView } from '../view/useView.ts';
import { chooseValue, facetOf, withFacet } from './toolbar/facet.ts';

/** A view with nothing that narrows the list. */
const CLEARED = {
  q: '',
  filters: {},
  theme: 'any',
  from: '',
  to: '',
  undated: false,
  session: null,
} as const;

/** What a reader can do to the page, whatever it shows; made once, so that what offers it is not written anew. */
export function createActions(
  changeView: ChangeView,
  changePreferences: (change: Partial<Preferences>) => void,
) {
  /** Every change of what is asked begins at its first page. */
  const ask = (patch: Partial<View>) => changeView({ page: 1, ...patch });
  return {
    ask,
    /** Who draws a range over bars means those that it touches. */
    askOverlaps: (range: { from: string; to: string }) => ask({ ...range, match: 'overlaps' }),
    clear: () => ask(CLEARED),
    filter(column: ColumnId, value: string, exclude: boolean) {
      const { filters } = currentView();
      const facet = chooseValue(facetOf(filters, column), value, exclude ? 'exclude' : 'include');
      ask({ filters: withFacet(filters, column, facet) });
    },
    turnTo: (page: number) => changeView({ page }),
    open: (id: string) => changeView({ c: id }),
    chooseColumns(columns: readonly ColumnId[]) {
      changePreferences({ columns });
      // Those of a link have been looked at.
      changeView({ cols: null }, 'replace');
    },
    startColumns() {
      changePreferences({ columns: null, widths: {} });
      changeView({ cols: null }, 'replace');
    },
    sizeColumns: (widths: Preferences['widths']) => changePreferences({ widths }),
    chooseDensity: (density: Density) => changePreferences({ density }),
    showTimeline: (timeline: boolean) => changePreferences({ timeline }),
    chooseInterval: (interval: number) => changePreferences({ interval }),
    enableKeys: (keys: boolean) => changePreferences({ keys }),
  };
}
