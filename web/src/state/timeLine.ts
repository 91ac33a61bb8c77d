/** Claims along the time of a recording, as plain data. */
import type { SourceClaims } from '../api/types';

export type TimedClaim = SourceClaims['claims'][number];

/** The address of what is claimed in a source. */
export const sourceClaimsCall = (id: string): string => `/api/sources/${encodeURIComponent(id)}/claims`;

/** A claim's mark on the bar. */
export interface TimeMark {
  claim: TimedClaim;
  start: number;
  /** How far along the bar it stands, 0 to 100. */
  at: number;
  /** In which row it stands, 0 first, so that marks near each other can be told apart and hit. */
  row: number;
}

export interface TimeLine {
  marks: TimeMark[];
  /** How many seconds the bar stands for. */
  seconds: number;
  /** Whether the length is known; otherwise the bar ends a minute after the last claim. */
  known: boolean;
  /** How many claims have no time. */
  untimed: number;
  rows: number;
}

/** Marks nearer than this share of the bar stand in different rows. */
const apart = 2.2;
const mostRows = 4;

/** Lays the claims that have a time along a bar, in their order. */
export function timeLine(claims: readonly TimedClaim[], duration: number | undefined): TimeLine {
  const timed = claims
    .flatMap((claim) => (claim.start === undefined ? [] : [{ claim, start: claim.start }]))
    .sort((a, b) => a.start - b.start);
  const last = timed[timed.length - 1]?.start ?? 0;
  const known = duration !== undefined && duration >= last && duration > 0;
  const seconds = known ? duration : last + 60;
  const free: number[] = [];
  const marks = timed.map(({ claim, start }) => {
    const at = (100 * start) / seconds;
    const open = free.findIndex((end) => at - end >= apart);
    const row = open >= 0 ? open : free.length < mostRows ? free.length : nearest(free);
    free[row] = at;
    return { claim, start, at, row };
  });
  return { marks, seconds, known, untimed: claims.length - timed.length, rows: Math.max(1, free.length) };
}

/** The row whose last mark is farthest behind. */
const nearest = (free: readonly number[]): number => free.indexOf(Math.min(...free));

/** The mark that a key leads to from another, or undefined for any other key. */
export function markByKey(key: string, from: number, count: number): number | undefined {
  const to: Record<string, number> = {
    ArrowRight: from + 1,
    ArrowDown: from + 1,
    ArrowLeft: from - 1,
    ArrowUp: from - 1,
    Home: 0,
    End: count - 1,
  };
  const wanted = to[key];
  return wanted === undefined ? undefined : Math.max(0, Math.min(count - 1, wanted));
}

/** Whether a page may play it: over https, or from the server that the page came from. */
export function playable(enclosure: string | undefined, origin: string): string | undefined {
  if (enclosure === undefined || !URL.canParse(enclosure)) return undefined;
  const { protocol, origin: from } = new URL(enclosure);
  return protocol === 'https:' || from === origin ? enclosure : undefined;
}

/** People by what they do, in the order first met: hosts, guests … */
export function byRole<T extends { role: string }>(people: readonly T[]): [string, T[]][] {
  const order = ['host', 'co-host', 'guest', 'author', 'publisher'];
  const groups = new Map<string, T[]>();
  for (const one of people) groups.set(one.role, [...(groups.get(one.role) ?? []), one]);
  const place = (role: string) => (order.includes(role) ? order.indexOf(role) : order.length);
  return [...groups].sort(([a], [b]) => place(a) - place(b));
}
