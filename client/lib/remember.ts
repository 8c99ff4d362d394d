/**
 * Remembers what `work` made of each text, for texts that come again and again: the same text gives the very
 * same result, worked out once and kept in memory once. It holds `most` results at most, and then starts anew.
 */
export function remember<Result>(work: (text: string) => Result, most: number): (text: string) => Result {
  const results = new Map<string, Result>();
  return function remembered(text) {
    const known = results.get(text);
    if (known !== undefined) return known;
    if (results.size >= most) results.clear();
    const result = work(text);
    results.set(text, result);
    return result;
  };
}
