/** The credentials in every spelling in which they could turn up. */
export function spellSecrets(projectId: string, apiToken: string): string[] {
  const pair = Buffer.from(`${projectId}:${apiToken}`);
  const basic = [pair.toString('base64'), pair.toString('base64url')];
  const spellings = [...basic, ...toBase64(apiToken), encodeURIComponent(apiToken), apiToken];
  return [...new Set(spellings)];
}

/**
 * What base64 makes of a text that stands in the middle of another: one of three, by its place. The characters at
 * the ends, which hold bits of the neighbours too, are left out.
 */
function toBase64(text: string): string[] {
  return [0, 1, 2].flatMap((before) => {
    const bytes = Buffer.concat([Buffer.alloc(before), Buffer.from(text)]);
    const whole = [Math.ceil((before * 4) / 3), Math.floor((bytes.length * 4) / 3)] as const;
    return (['base64', 'base64url'] as const).map((coding) => bytes.toString(coding).slice(...whole));
  });
}

/** Takes every secret out of a text in one pass, so that no replacement can be part of a secret. */
export function createRedact(secrets: readonly string[]): (text: string) => string {
  if (secrets.length === 0) return (text) => text;
  const longestFirst = secrets.toSorted((one, other) => other.length - one.length);
  const pattern = new RegExp(longestFirst.map((secret) => secret.replace(/\W/g, '\\$&')).join('|'), 'g');
  return (text) => text.replace(pattern, '[secret]');
}
