/** Reading and writing the part of an address behind the question mark, where the whole state of a page lives. */

export type Parameters = Record<string, string | readonly string[] | number | boolean | undefined>;

/** Lists that were read lately: the same text gives the same list, so that nothing is reckoned anew for it. */
const lists = new Map<string, readonly string[]>();
const listsKept = 100;

/** Splits a comma-separated value, leaving out blanks and repetitions and keeping the order. */
export function readList(value: string | null): readonly string[] {
  const text = value ?? '';
  const known = lists.get(text);
  if (known) return known;
  const parts = text.split(',').map((part) => part.trim());
  const list = [...new Set(parts.filter((part) => part !== ''))];
  if (lists.size >= listsKept) lists.clear();
  lists.set(text, list);
  return list;
}

/** The whole number in `value`, or undefined where there is none within the bounds. */
export function readWhole(value: string | null, least: number, most: number): number | undefined {
  if (value === null || !/^\d{1,6}$/.test(value)) return undefined;
  const number = Number(value);
  return number >= least && number <= most ? number : undefined;
}

/** `value` where it is one of `allowed`, else undefined. */
export function readChoice<T extends string>(value: string | null, allowed: readonly T[]): T | undefined {
  return allowed.find((choice) => choice === value);
}

/** Writes what is present (no blanks, no false, no empty lists), in the order given; commas stay readable. */
export function writeParameters(parameters: Parameters): string {
  const parts: string[] = [];
  for (const [name, value] of Object.entries(parameters)) {
    const text = typeof value === 'object' ? value.join(',') : value === undefined ? '' : String(value);
    if (text === '' || value === false) continue;
    parts.push(
      `${encodeURIComponent(name)}=${encodeURIComponent(text).replaceAll('%2C', ',').replaceAll('%20', '+')}`,
    );
  }
  return parts.join('&');
}

/** The longest address that servers are asked for; a longer state stands behind `#`, which stays in the browser. */
export const addressLimit = 6_000;

/** An address that opens by itself, however long its state is. */
export const openable = (place: string): string =>
  place.length > addressLimit ? place.replace('?', '#') : place;

/** The same address with its state behind `?`, as it is kept. */
export const keepable = (place: string): string => (place.includes('?') ? place : place.replace('#', '?'));

/** `path` with `parameters` behind it. */
export function address(path: string, parameters: Parameters): string {
  const query = writeParameters(parameters);
  return query === '' ? path : `${path}?${query}`;
}
