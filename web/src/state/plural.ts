/** How many of something, in words; a page's frame needs no more of the sentences than this. */
export function plural(count: number, one: string, many = `${one}s`): string {
  return `${count.toLocaleString('en')} ${count === 1 ? one : many}`;
}
