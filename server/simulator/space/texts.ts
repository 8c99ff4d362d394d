import type { Dice } from './dice.ts';

const SENTENCES = [
  'Please join five minutes early and keep your microphone muted until you are called.',
  'The interpreter joins by telephone; spell proper names when you first use them.',
  'Agenda and papers are in the shared folder.',
  'Recording starts with the session; say so if you do not agree.',
  'Nur für Angehörige — bitte den vollen Namen angeben.',
  'Les familles peuvent entrer dix minutes avant le début.',
  'Questions: reception, extension 214.',
  'ご家族の方は受付番号をお手元にご用意ください。',
  'يرجى الانضمام قبل الموعد بخمس دقائق.',
  'Moved here from room 12 because of the building works.',
  'Guests wait in the lobby until the chair admits them.',
];

/** Most published limit of a description, in characters. */
const LONGEST = 3000;

/** Null, empty, a line or two, or as long as the documentation allows. */
export function throwDescription(dice: Dice): string | null {
  const kind = dice.next();
  if (kind < 0.38) return null;
  if (kind < 0.4) return '';
  if (kind < 0.41) return longText(dice);
  return Array.from({ length: dice.between(1, 3) }, () => dice.pick(SENTENCES)).join(' ');
}

function longText(dice: Dice): string {
  let text = '';
  while (text.length < LONGEST) text += `${dice.pick(SENTENCES)}${dice.chance(0.2) ? '\n\n' : ' '}`;
  return text.slice(0, LONGEST);
}

type Meta = Record<string, unknown> | null;

/** Metadata as integrators leave it: none, empty, flat, nested, deep, lists, keys in any script. */
export function throwMeta(dice: Dice): Meta {
  return dice.pick(META_KINDS)(dice);
}

const META_KINDS: readonly ((dice: Dice) => Meta)[] = [
  () => null,
  () => null,
  () => null,
  () => ({}),
  (dice) => ({
    department: dice.pick(['cardiology', 'year-6', 'dispatch', 'civil']),
    cost_centre: dice.between(1000, 9999),
  }),
  (dice) => ({
    owner: {
      name: dice.pick(['M. Okafor', 'Zoë Lindqvist', '田中 恵', 'I. Ψαρρός']),
      extension: `${dice.between(100, 999)}`,
    },
    billing: { code: `B-${dice.between(10, 99)}`, internal: dice.chance(0.5) },
  }),
  (dice) => ({
    tags: ['recurring', 'external', 'hybrid'].slice(0, dice.between(0, 3)),
    seats: [1, 2, dice.between(3, 40)],
  }),
  (dice) => ({ κωδικός: dice.between(1, 500), 部署: '営業', 'key with spaces': null, '🏷️': 'vip' }),
  (dice) => ({
    source: 'calendar',
    attendees: Array.from({ length: dice.between(2, 12) }, (_, i) => ({ seat: i, role: 'guest' })),
  }),
  (dice) => nest(dice.between(8, 24)),
];

function nest(depth: number): Record<string, unknown> {
  let value: Record<string, unknown> = { leaf: true };
  for (let level = depth; level > 0; level -= 1) value = { level, child: value };
  return value;
}
