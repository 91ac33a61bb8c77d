/** What one picture of many entities shows, asked for at once, and what lies around one of them. */
import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import { distinctEdges } from '../state/edges';
import { edgesCall } from '../state/entityView';
import { edgeLimit, quickLimit } from '../state/exploration';
import { lensParameters, type Lens } from '../state/lens';
import { address } from '../state/parameters';
import { nextNeighbours, noPicture, type Picture } from '../state/shownGraph';
import { write } from './client';
import { question } from './queries';
import type { Edge, EdgesAnswer, HolderCount, PictureAnswer } from './types';

export interface Drawn {
  picture: Picture;
  /** Who holds claims where the lens shows nothing. */
  heldBy: readonly HolderCount[];
  /** By whom and when it is seen so. */
  seen: string;
}

const nothing: Drawn = { picture: noPicture, heldBy: [], seen: '' };

const seenBy = (lens: Lens): string => address('', lensParameters(lens));

/** Asks part by part, so that the page has time to answer between them. */
async function readPicture(ids: readonly string[], lens: Lens): Promise<Drawn> {
  const body = { entities: ids };
  const call = (cursor?: string) => address('/api/edges', { cursor, ...lensParameters(lens) });
  const first = await write<PictureAnswer>({ method: 'POST', path: call(), body });
  const edges: Edge[] = [...first.edges];
  for (let next = first.nextCursor; next !== undefined && edges.length < edgeLimit;) {
    const more = await write<PictureAnswer>({ method: 'POST', path: call(next), body });
    edges.push(...more.edges);
    next = more.nextCursor;
  }
  const entities = new Map((first.entities ?? []).map((entity) => [entity.id, entity]));
  const kept = edges.slice(0, edgeLimit);
  const picture = { entities, edges: kept, total: first.total };
  return { picture, heldBy: first.heldBy ?? [], seen: seenBy(lens) };
}

/**
 * What is drawn of these entities; what was drawn before stays until it has come. It is `outdated` where it was seen by
 * somebody else or at another time than is asked for now: then it must not stand as the answer.
 */
export function usePicture(ids: readonly string[], lens: Lens) {
  const { data, error, isPending, isPlaceholderData, refetch } = useQuery({
    queryKey: ['picture', ids.join(), lensParameters(lens)],
    queryFn: () => readPicture(ids, lens),
    enabled: ids.length > 0,
    placeholderData: keepPreviousData,
    // Comparing thousands of edges with those before would take longer than drawing them.
    structuralSharing: false,
  });
  const drawn = ids.length === 0 ? nothing : (data ?? nothing);
  const loading = ids.length > 0 && (isPending || isPlaceholderData);
  return {
    ...drawn,
    error,
    loading,
    outdated: loading && data !== undefined && data.seen !== seenBy(lens),
    refetch,
  };
}

export const aroundLimit = 200;

/** The heaviest edges around one entity; none while it is not known which. */
export function useAround(id: string | undefined, lens: Lens): readonly Edge[] {
  const { data } = useQuery({
    ...question<EdgesAnswer>(edgesCall(id ?? '', lens, aroundLimit)),
    enabled: id !== undefined,
  });
  return useMemo(() => distinctEdges(data?.edges ?? []), [data]);
}

/** Finds the next neighbours of an entity to bring in, however many are there already. */
export function useNextNeighbours(lens: Lens) {
  const cache = useQueryClient();
  return async (id: string, shown: readonly string[]): Promise<string[]> => {
    const edges: Edge[] = [];
    const first = edgesCall(id, lens, aroundLimit);
    for (let path = first; ;) {
      const page = await cache.query(question<EdgesAnswer>(path));
      edges.push(...page.edges);
      const next = nextNeighbours(id, edges, shown);
      if (next.length >= quickLimit || page.nextCursor === undefined) return next;
      path = `${first}&cursor=${encodeURIComponent(page.nextCursor)}`;
    }
  };
}
