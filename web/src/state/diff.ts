/** What changed between two moments, as plain data that the address carries. */
import { differenceKinds } from './differences';
import { readMomentOf } from './lens';
import { address, readList } from './parameters';

export interface DiffQuery {
  /** A change number or a day. */
  from?: string;
  /** The newest change where it is left out. */
  to?: string;
  entity?: string;
  kind: readonly string[];
}

export function readDiff(search: string): DiffQuery {
  const parameters = new URLSearchParams(search);
  return {
    from: readMomentOf(parameters.get('from')),
    to: readMomentOf(parameters.get('to')),
    entity: parameters.get('entity') ?? undefined,
    kind: readList(parameters.get('kind')).filter((kind) => differenceKinds.some((known) => known === kind)),
  };
}

export const diffPlace = (query: DiffQuery): string => address('/what-changed', { ...query });

export const diffCall = (query: DiffQuery): string | undefined =>
  query.from ? address('/api/diff', { ...query, limit: 200 }) : undefined;
