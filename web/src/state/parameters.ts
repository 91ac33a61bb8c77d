/** Reading and writing the part of an address behind the question mark, where the whole state of a page lives. */

export type Parameters = Record<string, string | readonly string[] | number | boolean | undefined>;

/** Splits a comma-separated value, leaving out blanks and repetitions and keeping the order. */
export function readList(value: string | null): string[] {
  const parts = (value ?? '').split(',').map((part) => part.trim());
  return [...new Set(parts.filter((part) => part !== ''))];
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

/** `path` with `parameters` behind it. */
export function address(path: string, parameters: Parameters): string {
  const query = writeParameters(parameters);
  return query === '' ? path : `${path}?${query}`;
}
