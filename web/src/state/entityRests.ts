/** What rests on the claims about one thing. */
import type { Edge } from '../api/types';
import { lensParameters, type Lens } from './lens';
import { address } from './parameters';

/** The claims behind edges, each once, those of the heaviest edges first as the edges come. */
export const claimsBehind = (edges: readonly Edge[]): string[] => [
  ...new Set(edges.flatMap((edge) => edge.evidence)),
];

/** What changes around a thing without these claims; nothing while none is taken away. */
export function entityRestsCall(id: string, lens: Lens, off: readonly string[]): string | undefined {
  if (off.length === 0) return undefined;
  const without = [...lens.without, ...off];
  return address('/api/what-rests', {
    entity: id,
    ...lensParameters({ ...lens, without, minVoices: undefined }),
  });
}
