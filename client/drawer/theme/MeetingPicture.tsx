import { toLabelColour } from '#contract/colour/contrast.ts';
import { type Hex, readHex } from '#contract/colour/hex.ts';
import type { ThemeColours } from '#contract/colour/theme.ts';
import { DEFAULT_COLOURS, type ThemeRole } from '#contract/values.ts';
import styles from './MeetingPicture.module.css';

/**
 * A small picture of a meeting page in the colours of a theme: text, a selected item, a button, and the notices
 * of success and error. What is no colour is drawn in the documented default.
 */
export function MeetingPicture({ colours, name }: { colours: ThemeColours; name: string }) {
  const colour = (role: ThemeRole): Hex | undefined =>
    colours[role].hex ?? readHex(DEFAULT_COLOURS[role]) ?? undefined;
  const [primary, text, success, negative] = [
    colour('primary'),
    colour('foreground'),
    colour('success'),
    colour('negative'),
  ];
  return (
    <svg
      viewBox="0 0 156 132"
      className={styles.picture}
      role="img"
      aria-label={`Meeting page, ${name} theme`}
    >
      <rect width="156" height="132" fill={colour('background')} />
      <text x="14" y="25" fill={text} className={styles.title}>
        Weekly meeting
      </text>
      <text x="14" y="46" fill={primary} className={styles.selected}>
        People
      </text>
      <rect x="14" y="51" width="33" height="2.5" rx="1.25" fill={primary} />
      <text x="60" y="46" fill={text}>
        Chat
      </text>
      <text x="95" y="46" fill={text}>
        Files
      </text>
      <circle cx="18" cy="71" r="4" fill={success} />
      <path d="m16.2 71 1.3 1.4 2.4-2.7" className={styles.mark} stroke={colour('background')} />
      <text x="28" y="75" fill={success}>
        Recording has begun
      </text>
      <circle cx="18" cy="89" r="4" fill={negative} />
      <path d="M18 86.8v2.6M18 91v.2" className={styles.mark} stroke={colour('background')} />
      <text x="28" y="93" fill={negative}>
        Connection was lost
      </text>
      <rect x="14" y="103" width="52" height="19" rx="5" fill={primary} />
      <text
        x="40"
        y="116.2"
        textAnchor="middle"
        fill={primary && toLabelColour(primary)}
        className={styles.selected}
      >
        Join
      </text>
      <text x="76" y="116.2" fill={text}>
        Mute
      </text>
    </svg>
  );
}
