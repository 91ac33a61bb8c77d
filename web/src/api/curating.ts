/** What the pages of curators ask and write: proposals, what publishing would do, claims that say the same. */
import { useInfiniteQuery, useMutation, useQueries, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { InsightBody } from '../state/entry';
import { proposalsCall, type ReviewFilter } from '../state/review';
import { readableSlug } from '../state/sentence';
import { read, write } from './client';
import { newKey, question } from './queries';
import type {
  Accepted,
  Checked,
  Consequences,
  Entity,
  Fix,
  Proposal,
  Proposals,
  SimilarClaims,
  Source,
} from './types';

const proposalPath = (number: number) => `/api/proposals/${number}`;

/** How often the queue looks whether others decided something meanwhile, in milliseconds. */
const lookAgain = 20_000;

/** For how long what was found to be said already is not asked again, in milliseconds. */
const alreadySaidStays = 120_000;

/** Proposals, oldest first, page by page. */
export function useProposals(filter: ReviewFilter) {
  return useInfiniteQuery({
    queryKey: [proposalsCall(filter)],
    queryFn: ({ pageParam, signal }) =>
      read<Proposals>(proposalsCall(filter, pageParam || undefined), signal),
    initialPageParam: '',
    getNextPageParam: (last: Proposals) => last.cursor ?? undefined,
    refetchInterval: lookAgain,
  });
}

/** How many published claims say what each proposal says; found beside the list, which does not wait for it. */
export const useAlreadySaid = (filter: ReviewFilter, cursors: readonly string[]) =>
  useQueries({
    queries: cursors.map((cursor) => ({
      ...question<Proposals>(proposalsCall(filter, cursor || undefined, true)),
      staleTime: alreadySaidStays,
    })),
    combine: (results): Record<number, number> =>
      Object.fromEntries(
        results.flatMap(({ data }) =>
          (data?.proposals ?? []).map(({ number, similar = [] }) => [number, similar.length]),
        ),
      ),
  });

/** One proposal, with what is wrong with it and which published claims say the same. */
export const useProposal = (number: number) =>
  useQuery({ ...question<Proposal>(proposalPath(number)), staleTime: 0 });

/** The names of entities; an id reads as words until its name has come, or where there is none. */
export function useNames(ids: readonly string[]) {
  const wanted = [...new Set(ids)];
  const { names, isPending } = useQueries({
    queries: wanted.map((id) => question<Entity>(`/api/entities/${encodeURIComponent(id)}`)),
    combine: (results): { names: Record<string, string>; isPending: boolean } => ({
      names: Object.fromEntries(
        results.flatMap(({ data }, index) => (data ? [[wanted[index] ?? '', data.label]] : [])),
      ),
      isPending: results.some((result) => result.isPending),
    }),
  });
  return { name: (id: string) => names[id] ?? readableSlug(id), isPending };
}

/** The titles of sources, as {@link useNames} has those of entities. */
export function useTitles(ids: readonly string[]) {
  const wanted = [...new Set(ids)];
  const { titles, isPending } = useQueries({
    queries: wanted.map((id) => question<Source>(`/api/sources/${encodeURIComponent(id)}`)),
    combine: (results): { titles: Record<string, string>; isPending: boolean } => ({
      titles: Object.fromEntries(
        results.flatMap(({ data }, index) => (data ? [[wanted[index] ?? '', data.title]] : [])),
      ),
      isPending: results.some((result) => result.isPending),
    }),
  });
  return { title: (id: string) => titles[id] ?? readableSlug(id), isPending };
}

const draftsCall = '/api/proposals?state=draft&origin=form&limit=200';

/** The drafts that who is signed in has at the server, asked for anew by every page that is opened. */
export const useDrafts = () =>
  useQuery({ ...question<Proposals>(draftsCall), staleTime: 0, gcTime: 0, refetchOnWindowFocus: false });

/** Keeps a claim as a draft; over the version that was seen where there is one. */
export function saveDraft(record: object, seen?: Seen): Promise<Proposal> {
  const body = { record, state: 'draft' };
  return seen
    ? write<Proposal>({ method: 'PUT', path: proposalPath(seen.number), version: seen.version, body })
    : write<Proposal>({ method: 'POST', path: '/api/proposals', body, key: newKey() });
}

/** Takes a draft away. */
export const removeDraft = ({ number, version }: Seen) =>
  write<undefined>({ method: 'DELETE', path: proposalPath(number), version });

/** A value once it has not changed for a while, so that not every key asks the server. */
export function useSettled<T>(value: T, milliseconds = 500): T {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), milliseconds);
    return () => clearTimeout(timer);
  }, [value, milliseconds]);
  return settled;
}

/** What is to be foretold: records in their JSON form, proposals by number, or both together. */
export interface Foretelling {
  records?: readonly object[];
  proposals?: readonly number[];
}

/** What publishing would do; nothing is asked while there is nothing to publish. */
export function useForetold(asked: Foretelling | undefined, version = 0) {
  const body = useSettled(asked && JSON.stringify(asked));
  return useQuery({
    queryKey: ['foretold', body, version],
    queryFn: () =>
      write<Consequences>({ method: 'POST', path: '/api/consequences', body: JSON.parse(body ?? '') }),
    enabled: body !== undefined,
  });
}

/** The published claims that say what is being written; asked once there is a sentence. */
export function useSimilar({ id, text, links }: InsightBody) {
  const whole = (text ?? '').trim().split(/\s+/).length >= leastWords;
  const wording = { ...(id && { id }), text, ...(links && { links }) };
  const body = useSettled(whole ? JSON.stringify(wording) : undefined);
  return useQuery({
    queryKey: ['similar', body],
    queryFn: () =>
      write<SimilarClaims>({ method: 'POST', path: '/api/insights/similar', body: JSON.parse(body ?? '') }),
    enabled: body !== undefined,
  });
}

const leastWords = 3;

/** A proposal as somebody has seen it. */
export type Seen = Pick<Proposal, 'number' | 'version'>;

const checked = (record: object) => write<Checked>({ method: 'POST', path: '/api/check', body: record });

/** Hands a record in for review, under the id that publishing would give it. */
export async function propose(record: object): Promise<Proposal> {
  const { id } = await checked(record);
  return write<Proposal>({
    method: 'POST',
    path: '/api/proposals',
    body: { record: id === undefined ? record : { id, ...record } },
  });
}

/** Everything that decides or changes a proposal; a refusal shows the proposal as it stands now. */
export function useDeciding() {
  const cache = useQueryClient();
  const anew = () => void cache.invalidateQueries();
  // Settled, not only done: a proposal that others decided meanwhile is read again too.
  const deciding = <A, T>(mutationFn: (asked: A) => Promise<T>) => ({ mutationFn, onSettled: anew });
  const accept = useMutation(
    deciding(({ number, version }: Seen) =>
      write<Accepted>({ method: 'POST', path: `${proposalPath(number)}/accept`, version, body: {} }),
    ),
  );
  const reject = useMutation(
    deciding(({ seen, reason }: { seen: Seen; reason: string }) =>
      write<Proposal>({
        method: 'POST',
        path: `${proposalPath(seen.number)}/reject`,
        version: seen.version,
        body: { reason },
      }),
    ),
  );
  const revise = useMutation(
    deciding(({ seen, record }: { seen: Proposal; record: object }) =>
      write<Proposal>({
        method: 'PUT',
        path: proposalPath(seen.number),
        version: seen.version,
        body: { record, ...(seen.baseVersion && { baseVersion: seen.baseVersion }) },
      }),
    ),
  );
  const withdraw = useMutation(
    deciding(({ number, version }: Seen) =>
      write<undefined>({ method: 'DELETE', path: proposalPath(number), version }),
    ),
  );
  const publish = useMutation(
    deciding((chosen: readonly Seen[]) =>
      write<Accepted>({
        method: 'POST',
        path: '/api/proposals/publish',
        body: { proposals: chosen.map(({ number, version }) => ({ number, version })) },
      }),
    ),
  );
  const fix = useMutation(
    deciding(({ field, from, to, run }: Fix & { run?: number | undefined }) =>
      write<{ fixed: number }>({
        method: 'POST',
        path: `/api/proposals/fix${run ? `?run=${run}` : ''}`,
        body: { field, from, to },
      }),
    ),
  );
  return { accept, reject, revise, withdraw, publish, fix };
}
