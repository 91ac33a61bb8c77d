/** Made once: a page may tell numbers in thousands of lines. */
const digits = new Intl.NumberFormat('en');

/** How many of something, in words; a page's frame needs no more of the sentences than this. */
export function plural(count: number, one: string, many = `${one}s`): string {
  return `${digits.format(count)} ${count === 1 ? one : many}`;
}
