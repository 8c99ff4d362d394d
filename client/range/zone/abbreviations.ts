/** Abbreviations that are not the initials of the name. */
const OWN: Readonly<Record<string, string>> = {
  'Argentina Standard Time': 'ART',
  'Brasilia Standard Time': 'BRT',
  'Chile Standard Time': 'CLT',
  'Colombia Standard Time': 'COT',
  'Coordinated Universal Time': 'UTC',
  'Hawaii-Aleutian Standard Time': 'HST',
  'Hong Kong Standard Time': 'HKT',
  'Indochina Time': 'ICT',
  'Malaysia Time': 'MYT',
  'Moscow Standard Time': 'MSK',
  'Nepal Time': 'NPT',
  'Pakistan Standard Time': 'PKT',
  'Peru Standard Time': 'PET',
  'Philippine Standard Time': 'PHT',
  'Singapore Standard Time': 'SGT',
  'Türkiye Standard Time': 'TRT',
  'Venezuela Time': 'VET',
  'Western Indonesia Time': 'WIB',
};

/**
 * What people call a zone for short, from its English name: "Eastern Standard Time" is EST and ET, "Central
 * European Summer Time" CEST and CET. A name that is only an offset has none.
 */
export function abbreviate(name: string): readonly string[] {
  if (/\d/.test(name)) return [];
  const words = name.split(/[\s-]+/).filter((word) => /^\p{L}/u.test(word));
  const initials = (chosen: readonly string[]) =>
    chosen
      .map((word) => word.charAt(0))
      .join('')
      .toUpperCase();
  const plain = words.filter((word) => !/^(Standard|Daylight|Summer)$/.test(word));
  const own = OWN[name];
  return [...new Set([...(own === undefined ? [] : [own]), initials(words), initials(plain)])];
}
