/** The addresses of the pages. */
import type { RecordType } from '../api/types';
import { address } from './parameters';

export function recordPlace(type: RecordType, id: string): string {
  return `/${type}/${encodeURIComponent(id)}`;
}

/** The versions of a record. */
export const historyPlace = (type: RecordType, id: string): string => `${recordPlace(type, id)}/history`;

export const insightPlace = (id: string): string => recordPlace('insight', id);
export const entityPlace = (id: string): string => recordPlace('entity', id);
export const sourcePlace = (id: string): string => recordPlace('source', id);

/** The explorer opened on these entities. */
export function explorePlace(nodes: readonly string[]): string {
  return address('/explore', { nodes });
}

/** The path form filled in as far as known. */
export function pathsPlace(ends: { from?: string; via?: string; to?: string }): string {
  return address('/paths', { from: ends.from, via: ends.via, to: ends.to });
}

/** The slug of the record that an own page's path names, or undefined for any other path. */
export function recordOfPlace(path: string): { type: RecordType; id: string } | undefined {
  const match = /^\/(insight|entity|source)\/([a-z0-9][a-z0-9-]{0,79})$/.exec(path);
  return match ? { type: match[1] as RecordType, id: match[2] ?? '' } : undefined;
}
