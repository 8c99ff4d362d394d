/** Made once: a formatter costs a hundred times what it does. */
const NUMBER = new Intl.NumberFormat('en-GB');

/** A number in words of the page: "12,345". */
export function formatNumber(value: number): string {
  return NUMBER.format(value);
}
