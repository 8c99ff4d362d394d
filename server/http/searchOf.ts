/** The query of a request's URL, without its `?`. */
export function searchOf({ url }: { readonly url: string }): string {
  const start = url.indexOf('?');
  return start === -1 ? '' : url.slice(start + 1);
}
