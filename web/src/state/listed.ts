/** What a list names, opened in the explorer: as many things as one picture holds. */
import type { Edge, Link, Path } from '../api/types';
import { emptyExploration, explorationPlace, nodeLimit } from './exploration';
import { noLens, type Lens } from './lens';

export interface Listed {
  place: string;
  /** How many things the picture begins with. */
  shown: number;
  /** How many the list names. */
  total: number;
}

/** The explorer on what a list names, seen as the list is; nothing where it names no two things. */
export function listed(
  ids: readonly string[],
  { minVoices = 0, ...lens }: Lens = noLens,
): Listed | undefined {
  const all = [...new Set(ids)];
  if (all.length < 2) return undefined;
  const nodes = all.slice(0, nodeLimit);
  const place = explorationPlace({ ...emptyExploration, nodes, minVoices, lens });
  return { place, shown: nodes.length, total: all.length };
}

type Ends = Pick<Edge, 'subject' | 'object'>;

/** The things that edges connect. */
export const endsOf = (edges: readonly Ends[]): string[] =>
  edges.flatMap(({ subject, object }) => [subject.id, object.id]);

/** The things that the links of claims name. */
export const linkedBy = (
  claims: readonly ({ links?: readonly Pick<Link, 'subject' | 'object'>[] } | undefined)[],
): string[] =>
  claims.flatMap((claim) => (claim?.links ?? []).flatMap(({ subject, object }) => [subject, object]));

/** The things that paths pass. */
export const passedBy = (paths: readonly Pick<Path, 'nodes'>[]): string[] =>
  paths.flatMap(({ nodes }) => nodes.map(({ id }) => id));
