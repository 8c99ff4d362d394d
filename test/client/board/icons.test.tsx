import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Check, Minus } from 'lucide-react';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it } from 'vitest';
import { STATUSES } from '../../../client/roster/status.ts';
import { STATUS_ICONS } from '../../../client/status/StatusBadge.tsx';

const CLIENT = join(import.meta.dirname, '../../../client');
const tokens = readFileSync(join(CLIENT, 'styles/tokens.css'), 'utf8');

/** A colour of the tokens: `var()` followed, the half of one theme. */
function colour(token: string, theme: 'light' | 'dark'): string {
  const [, value = ''] = new RegExp(`--${token}: (.+);`).exec(tokens) ?? [];
  const [, other] = /^var\(--(.+)\)$/.exec(value) ?? [];
  if (other !== undefined) return colour(other, theme);
  const [, light = '', dark = ''] = /^light-dark\((.+\)), (.+\))\)$/.exec(value) ?? [];
  return { light, dark }[theme];
}

/** px, of an icon in its own drawing */
const SIZE = 24;

/** All icons side by side, in the order in which icons.module.css finds them. */
function draw(theme: 'light' | 'dark'): string {
  const icons = [
    ...STATUSES.map((status) => ({ Icon: STATUS_ICONS[status], token: status })),
    { Icon: Check, token: 'good' },
    { Icon: Minus, token: 'text-faint' },
  ];
  return `${renderToStaticMarkup(
    <svg aria-hidden xmlns="http://www.w3.org/2000/svg" viewBox={`0 0 ${icons.length * SIZE} ${SIZE}`}>
      {icons.map(({ Icon, token }, place) => (
        <Icon key={token} x={place * SIZE} color={colour(token, theme)} />
      ))}
    </svg>,
  )}\n`;
}

it.each(['light', 'dark'] as const)('the %s icons of the table are those of the page', async (theme) => {
  await expect(draw(theme)).toMatchFileSnapshot(join(CLIENT, `conferences/icons-${theme}.svg`));
});
