/** A text without accents and case, words parted by single spaces: "São_Paulo" is "sao paulo". */
export function fold(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .toLowerCase()
    .replace(/[\s_/]+/g, ' ')
    .trim();
}
