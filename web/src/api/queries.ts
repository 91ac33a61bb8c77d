/** Every question the pages ask the API, with its cache key: the address itself. */
import {
  keepPreviousData,
  useInfiniteQuery,
  useMutation,
  useQueries,
  useQuery,
  useQueryClient,
  type UseQueryResult,
} from '@tanstack/react-query';
import { useDeferredValue, useMemo } from 'react';
import { address } from '../state/parameters';
import type { InsightBody } from '../state/entry';
import { conflictsCall, type ConflictFilter } from '../state/conflicts';
import type { Rows } from '../state/questions';
import { edgesCall } from '../state/entityView';
import {
  disputesCall,
  disputesPath,
  endorsed,
  withdrawn,
  type DisputeState,
  type RemarkPages,
} from '../state/remarks';
import { noLens, type Lens } from '../state/lens';
import { searchCall, type SearchQuery } from '../state/searchQuery';
import { read, write } from './client';
import { useForeseen, useRefusal } from './optimistic';
import { question } from './session';
import type {
  ConflictsAnswer,
  ChangeDetails,
  Changes,
  Checked,
  Disputes,
  Edge,
  EdgesAnswer,
  Entity,
  History,
  Insight,
  Named,
  PathsAnswer,
  NewRemark,
  RecordType,
  Question,
  RelatedAnswer,
  RelationType,
  Remark,
  RemarksAnswer,
  SearchAnswer,
  Source,
  Suggestion,
  TermDefinition,
  Undone,
  WrittenSeveral,
  ToDo,
} from './types';

export { question, useLibrary, useSession } from './session';

export const recordPath = (type: string, id: string) => `/api/${type}/${encodeURIComponent(id)}`;

export const useQuestions = () => useQuery(question<{ questions: Question[] }>('/api/questions'));
export const useToDo = () => useQuery(question<ToDo>('/api/to-do'));
/** The rows that a SPARQL query answers. */
export const useRows = (query: string) =>
  useQuery(question<Rows>(`/sparql?query=${encodeURIComponent(query)}`));
/** A claim as it is now, or as it was in a version. */
export const useInsight = (id: string, version?: number) =>
  useQuery(question<Insight>(recordPath('insights', id) + (version ? `?version=${version}` : '')));
/** An entity as it is now, or as of a change or day. */
export const useEntity = (id: string, asOf?: string) =>
  useQuery(question<Entity>(address(recordPath('entities', id), { asOf })));

export const useSource = (id: string | undefined) =>
  useQuery({ ...question<Source>(recordPath('sources', id ?? '')), enabled: id !== undefined });

export const useRelated = (id: string) =>
  useQuery(question<RelatedAnswer>(`${recordPath('insights', id)}/related?limit=6`));

/** The connections that a claim's links are part of, with who else says so. */
export const useClaimEdges = (id: string, enabled: boolean) =>
  useQuery({ ...question<{ edges: Edge[] }>(`${recordPath('insights', id)}/edges`), enabled });

/** Paths for a call made by `pathCall`, or nothing while there is no call. */
export const usePaths = (call: string | undefined) =>
  useQuery({
    ...question<PathsAnswer>(call ?? ''),
    enabled: call !== undefined,
    placeholderData: keepPreviousData,
  });

/** The relation types by id; empty until they have come. */
export function useRelations(): ReadonlyMap<string, RelationType> {
  const { data } = useQuery({
    ...question<{ relations: RelationType[] }>('/api/relations'),
    staleTime: Infinity,
  });
  return useMemo(() => new Map((data?.relations ?? []).map((relation) => [relation.id, relation])), [data]);
}

/** A term's name as it is compared: case, hyphens and the class or property spelling do not matter. */
export const termKey = (id: string): string => id.toLowerCase().replaceAll(/[^a-z0-9]/g, '');

/** The glossary by {@link termKey}; empty until it has come. */
export function useTerms(): ReadonlyMap<string, TermDefinition> {
  const { data } = useQuery({ ...question<{ terms: TermDefinition[] }>('/api/terms'), staleTime: Infinity });
  return useMemo(() => new Map((data?.terms ?? []).map((term) => [termKey(term.id), term])), [data]);
}

/** What a field can complete. */
export type Among = 'entity' | 'source' | 'podcast';

const suggestLimit = 8;

async function suggested(q: string, signal: AbortSignal): Promise<Suggested[]> {
  const path = address('/api/suggest', { q, limit: suggestLimit });
  return (await read<{ suggestions: Suggestion[] }>(path, signal)).suggestions;
}

async function suggestedSources(q: string, signal: AbortSignal, kind?: string): Promise<Suggested[]> {
  const path = address('/api/search', { q, type: 'source', kind, limit: suggestLimit });
  return (await read<SearchAnswer>(path, signal)).hits.map(({ id, label }) => ({ id, label }));
}

type Suggested = Named & { matchedAlias?: string };

/** Entities or sources that fit what is typed; asked only when something is. */
export const useSuggestions = (q: string, among: Among = 'entity') =>
  useQuery({
    queryKey: ['suggest', among, q],
    queryFn: ({ signal }) =>
      among === 'entity'
        ? suggested(q, signal)
        : suggestedSources(q, signal, among === 'podcast' ? 'Podcast' : undefined),
    enabled: q.trim() !== '',
    placeholderData: keepPreviousData,
  });

/** A search, page by page. */
export function useSearch(query: SearchQuery, limit = 20) {
  return useInfiniteQuery({
    queryKey: ['search', searchCall(query, { limit })],
    queryFn: ({ pageParam, signal }) =>
      read<SearchAnswer>(searchCall(query, pageParam ? { limit, cursor: pageParam } : { limit }), signal),
    initialPageParam: '',
    getNextPageParam: (last: SearchAnswer) => last.nextCursor ?? undefined,
    placeholderData: keepPreviousData,
  });
}

/** What is in dispute, page by page; an answer may be empty and still have a next one. */
export function useConflicts(filter: ConflictFilter, limit = 20) {
  return useInfiniteQuery({
    queryKey: [conflictsCall(filter, limit)],
    queryFn: ({ pageParam, signal }) =>
      read<ConflictsAnswer>(conflictsCall(filter, limit, pageParam || undefined), signal),
    initialPageParam: '',
    getNextPageParam: (last: ConflictsAnswer) => last.nextCursor ?? undefined,
  });
}

/** The edges around an entity through a lens, page by page. */
export function useEdges(id: string, lens: Lens = noLens, limit = 100) {
  const path = edgesCall(id, lens, limit);
  return useInfiniteQuery({
    queryKey: [path],
    queryFn: ({ pageParam, signal }) =>
      read<EdgesAnswer>(pageParam ? `${path}&cursor=${encodeURIComponent(pageParam)}` : path, signal),
    initialPageParam: '',
    getNextPageParam: (last: EdgesAnswer) => last.nextCursor ?? undefined,
  });
}

/** Several claims by id, each on its own, so that one missing claim hides no other. */
export function useInsights(ids: readonly string[]): UseQueryResult<Insight>[] {
  return useQueries({ queries: ids.map((id) => question<Insight>(recordPath('insights', id))) });
}

/** Several entities by id, for their names. */
export function useEntities(ids: readonly string[]): UseQueryResult<Entity>[] {
  return useQueries({ queries: ids.map((id) => question<Entity>(recordPath('entities', id))) });
}

/** Several sources by id. */
export function useSources(ids: readonly string[]): UseQueryResult<Source>[] {
  return useQueries({ queries: ids.map((id) => question<Source>(recordPath('sources', id))) });
}

const plurals = { insight: 'insights', entity: 'entities', source: 'sources' } as const;

/** The versions of a record, latest first, page by page. */
export function useHistory(type: RecordType, id: string) {
  const path = `${recordPath(plurals[type], id)}/history`;
  return useInfiniteQuery({
    queryKey: [path],
    queryFn: ({ pageParam, signal }) =>
      read<History>(pageParam ? `${path}?before=${pageParam}` : path, signal),
    initialPageParam: 0,
    getNextPageParam: (last: History) => last.nextBefore ?? undefined,
  });
}

/** Recent changes, newest first, page by page. */
export function useChanges() {
  const path = '/api/changes?limit=30';
  return useInfiniteQuery({
    queryKey: [path],
    queryFn: ({ pageParam, signal }) =>
      read<Changes>(pageParam ? `${path}&before=${pageParam}` : path, signal),
    initialPageParam: 0,
    getNextPageParam: (last: Changes) => last.nextBefore ?? undefined,
  });
}

/** One change with what differs in each of its records; nothing while it is not wanted. */
export const useChange = (n: number | undefined) =>
  useQuery({ ...question<ChangeDetails>(`/api/changes/${n ?? 0}`), enabled: n !== undefined });

/** Takes a change back, or the whole run that begins with it. */
export function useUndo() {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: ({ n, run }: { n: number; run: boolean }) =>
      write<Undone>({ method: 'POST', path: `/api/changes/${n}/undo?run=${run}` }),
    onSuccess: () => cache.invalidateQueries(),
  });
}

/** What publishing a record would be refused for, asked again as it changes; nothing while there is no record. */
export function useCheck(record: object | undefined) {
  const body = useDeferredValue(record && JSON.stringify(record));
  return useQuery({
    queryKey: ['check', body],
    queryFn: () => write<Checked>({ method: 'POST', path: '/api/check', body: JSON.parse(body ?? '') }),
    enabled: body !== undefined,
    placeholderData: keepPreviousData,
  });
}

/** A random key; `randomUUID` is not there on plain http. */
export function newKey(): string {
  return Array.from(crypto.getRandomValues(new Uint32Array(4)), (part) => part.toString(36)).join('-');
}

/** Publishes claims as one change, and takes that change back. */
export function usePublishing() {
  const cache = useQueryClient();
  const anew = () => cache.invalidateQueries();
  const publish = useMutation({
    mutationFn: (claims: readonly InsightBody[]) =>
      write<WrittenSeveral>({
        method: 'POST',
        path: '/api/edits',
        body: { edits: claims.map((record) => ({ record })) },
        key: newKey(),
      }),
    onSuccess: anew,
  });
  const undo = useMutation({
    mutationFn: (change: number) => write<Undone>({ method: 'POST', path: `/api/changes/${change}/undo` }),
    onSuccess: anew,
  });
  return { ...publish, undo };
}

/** What readers say of a claim, latest first, page by page. */
export function useRemarks(insight: string) {
  const path = remarksCall(insight);
  return useInfiniteQuery({
    queryKey: [path],
    queryFn: ({ pageParam, signal }) =>
      read<RemarksAnswer>(pageParam ? `${path}?cursor=${pageParam}` : path, signal),
    initialPageParam: 0,
    getNextPageParam: (last: RemarksAnswer) => last.nextCursor ?? undefined,
  });
}

/** Why what was said or taken back last was refused, where it was shown before the answer. */
export const useRemarkRefusal = (insight: string) => useRefusal([remarksCall(insight)]);

/** What readers dispute, the longest waiting first, page by page. */
export function useDisputed(state: DisputeState) {
  return useInfiniteQuery({
    queryKey: [disputesCall(state)],
    queryFn: ({ pageParam, signal }) => read<Disputes>(disputesCall(state, pageParam || undefined), signal),
    initialPageParam: 0,
    getNextPageParam: (last: Disputes) => last.nextCursor ?? undefined,
  });
}

/** Says something of a claim, takes it back, answers a dispute. */
export function useRemarking(insight: string) {
  const cache = useQueryClient();
  const path = remarksCall(insight);
  const anew = () =>
    void cache.invalidateQueries({
      predicate: ({ queryKey: [key] }) => String(key).startsWith(disputesPath),
    });
  const onSuccess = () => {
    void cache.invalidateQueries({ queryKey: [path] });
    anew();
  };
  const add = useMutation({
    mutationFn: (body: NewRemark) => write<Remark>({ method: 'POST', path, body }),
    onSuccess,
  });
  const endorse = useForeseen<RemarkPages, undefined, Remark>({
    shown: [path],
    send: () => write<Remark>({ method: 'POST', path, body: { kind: 'endorsement' } }),
    outcome: endorsed,
    anew,
  });
  const withdraw = useForeseen<RemarkPages, number, undefined>({
    shown: [path],
    send: (number) => write<undefined>({ method: 'DELETE', path: `/api/remarks/${number}` }),
    outcome: withdrawn,
    anew,
  });
  const answer = useMutation({
    mutationFn: ({ number, text }: { number: number; text: string }) =>
      write<Remark>({ method: 'POST', path: `/api/disputes/${number}/answer`, body: { answer: text } }),
    onSuccess,
  });
  return { add, endorse, withdraw, answer };
}

const remarksCall = (insight: string) => `/api/insights/${insight}/remarks`;
