import { Palette } from 'lucide-react';
import { memo } from 'react';
import type { View } from '#contract/view/view.ts';
import type { Answer } from '../../roster/question.ts';
import { Button } from '../../ui/Button.tsx';
import { FacetMenu } from './FacetMenu.tsx';
import { facetOf, withFacet } from './facet.ts';

interface FacetsProps extends Pick<View, 'filters' | 'theme'> {
  /** whose counts the menus show; null before the first rows */
  answer: Answer | null;
  onAsk: (patch: Partial<View>) => void;
}

const MENUS = [
  { name: 'quality', label: 'Quality' },
  { name: 'layout', label: 'Layout' },
  { name: 'size', label: 'Size' },
] as const;

/** What the list is filtered by most: a menu for each column of few values, and the colours that fail. */
export const Facets = memo(function Facets({ filters, theme, answer, onAsk }: FacetsProps) {
  return (
    <>
      {MENUS.map(({ name, label }) => (
        <FacetMenu
          key={name}
          label={label}
          facet={facetOf(filters, name)}
          counts={() => answer?.countsOf(name) ?? []}
          onChange={(facet) => onAsk({ filters: withFacet(filters, name, facet) })}
        />
      ))}
      <Button
        icon={<Palette size={15} aria-hidden />}
        aria-pressed={theme === 'fails'}
        title="Only conferences with colours of their own that fail WCAG AA"
        onClick={() => onAsk({ theme: theme === 'fails' ? 'any' : 'fails' })}
      >
        Theme fails AA
      </Button>
    </>
  );
});
