import { fold } from '../../lib/textFold.ts';
import { findMatches } from '../../lib/textMatch.ts';

/** A text with the parts that the search found marked. */
export function MarkedText({ text, query }: { text: string; query: string }) {
  const matches = query === '' ? [] : findMatches(text, fold(query.trim()));
  if (matches.length === 0) return text;
  return (
    <>
      {matches.map(([start, end], index) => (
        <span key={start}>
          {text.slice(matches[index - 1]?.[1] ?? 0, start)}
          <mark>{text.slice(start, end)}</mark>
        </span>
      ))}
      {text.slice(matches.at(-1)?.[1])}
    </>
  );
}
