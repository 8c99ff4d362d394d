/**
 * The language that a browser says it is in, as `Intl` takes it; British English where it names none. A browser that
 * was started under the locale POSIX says `en-US@posix`, of which `Intl` makes a RangeError.
 */
export function readLanguage(said: string): string {
  const [tag = ''] = said.split(/[@.]/);
  try {
    return Intl.getCanonicalLocales(tag.replaceAll('_', '-'))[0] ?? 'en-GB';
  } catch {
    return 'en-GB';
  }
}
