/** What merges, splits and retracts things, and concludes disputes. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { withRank, type GivenRank } from '../state/claim';
import { movedClaim } from '../state/merging';
import { address } from '../state/parameters';
import { read, write } from './client';
import { question } from './queries';
import type { Conflict, Entity, Insight, SearchAnswer, Written, WrittenSeveral } from './types';

/** Most claims shown for moving at once. */
export const claimsShown = 50;

/** The claims that speak of a thing. */
export const useClaimsAbout = (id: string) =>
  useQuery(
    question<SearchAnswer>(
      address('/api/search', { entity: id, type: 'insight', limit: String(claimsShown) }),
    ),
  );

type Versioned = Pick<Entity, 'id' | 'version'>;

/** Claims as they are now, speaking of another thing, each with the version it builds on. */
export async function movedClaims(ids: readonly string[], from: string, to: string) {
  const claims = await Promise.all(ids.map((id) => read<Insight>(`/api/insights/${encodeURIComponent(id)}`)));
  return claims.map((claim) => ({ record: movedClaim(claim, from, to), version: claim.version }));
}

export type MovedClaim = Awaited<ReturnType<typeof movedClaims>>[number];

/** Merging, moving claims and retracting; each is one change that undo takes back. */
export function useMending() {
  const cache = useQueryClient();
  const onSuccess = () => void cache.invalidateQueries();
  const merge = useMutation({
    mutationFn: ({ thing, into }: { thing: Versioned; into: string }) =>
      write<Written>({
        method: 'POST',
        path: `/api/entities/${thing.id}/merge`,
        version: thing.version,
        body: { into },
      }),
    onSuccess,
  });
  const move = useMutation({
    mutationFn: (edits: readonly MovedClaim[]) =>
      write<WrittenSeveral>({ method: 'POST', path: '/api/edits', body: { edits } }),
    onSuccess,
  });
  const retract = useMutation({
    mutationFn: ({ id, version }: Versioned) =>
      write<Written>({ method: 'DELETE', path: `/api/entities/${id}`, version }),
    onSuccess,
  });
  return { merge, move, retract };
}

/** What a curator concludes about a conflict. */
export interface Conclusion {
  status: Conflict['status'];
  note: string;
}

/** Concludes a conflict between two claims, building on the conclusion that was read. */
export function useConclude({ id, judgement }: Conflict, claims: readonly string[]) {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: ({ status, note }: Conclusion) =>
      write<Conflict>({
        method: 'PUT',
        path: `/api/conflicts/${id}`,
        ...(judgement && { version: judgement.version }),
        body: { claims, status, note },
      }),
    onSettled: () => void cache.invalidateQueries(),
  });
}

/** Ranks a claim among others, building on the version that was read. */
export function useRank(insight: Insight) {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: ({ rank, why }: { rank: GivenRank; why: string }) =>
      write<Written>({
        method: 'PUT',
        path: address(`/api/insights/${insight.id}`, { why: why || `ranked ${rank}` }),
        version: insight.version,
        body: withRank(insight, rank),
      }),
    onSettled: () => void cache.invalidateQueries(),
  });
}
