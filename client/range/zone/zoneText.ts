import { fold } from '#contract/text/fold.ts';

/** A zone's name, or what is typed for one, as words to compare: "America/São_Paulo" is "america sao paulo". */
export function toZoneText(text: string): string {
  return fold(text)
    .replace(/[\s_/]+/g, ' ')
    .trim();
}
