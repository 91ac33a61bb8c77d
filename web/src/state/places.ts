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

/** Where one signs in, to go on at `back`. */
export const signInPlace = (back: string): string =>
  address('/sign-in', { to: goingOn(back) === '/' ? undefined : back });

/** Where to go on after signing in: a place of these pages, and no other one whatever an address asks for. */
export function goingOn(asked: string | null): string {
  const isOwn = asked !== null && /^\/(?![/\\])\P{Cc}*$/u.test(asked);
  return isOwn && !/^\/(sign-in|join)(?![a-z])/.test(asked) ? asked : '/';
}

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

/** The page that a permanent link leads to, on the server that these pages came from. */
export function ownPlace(link: string): string {
  const { pathname, search } = new URL(link);
  return pathname + search;
}

/** The meanings of a word side by side. */
export const framingsPlace = (id: string): string => `/framings/${encodeURIComponent(id)}`;

/** The questions that have pages of their own, about `entity` where it is given. */
export function waysToAsk(entity?: string): { label: string; place: string }[] {
  return [
    { label: 'What if it were ten times as much?', place: address('/what-if', { entity, by: entity && 10 }) },
    { label: 'What do two things share as cause or effect?', place: address('/common', { entity }) },
    { label: 'How do two of them see it differently?', place: address('/compare-lenses', { entity }) },
    { label: 'Which steps rest on one voice?', place: address('/thin-hops', { entity }) },
    { label: 'What changed between two days?', place: address('/what-changed', { entity }) },
  ];
}

/** The short address of a view that was kept. */
export const keptPlace = (id: string): string => `/x/${id}`;
