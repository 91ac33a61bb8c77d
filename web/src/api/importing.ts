/** What the page of imports asks and sends. */
import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { fileKind, isUnderWay } from '../state/imports';
import { address } from '../state/parameters';
import { read, write } from './client';
import { question } from './queries';
import type { ImportedAlike, ImportRun, ImportRuns } from './types';

const runPath = (number: number) => `/api/imports/${number}`;
const lookAgain = 1000;

/** How files are imported. */
export interface Importing {
  mode: ImportRun['mode'];
  /** Imports a file only when nothing of it would be refused. */
  strict: boolean;
}

/** Imports, newest first, page by page. */
export function useImports() {
  const path = '/api/imports?limit=20';
  return useInfiniteQuery({
    queryKey: [path],
    queryFn: ({ pageParam, signal }) =>
      read<ImportRuns>(pageParam ? `${path}&cursor=${pageParam}` : path, signal),
    initialPageParam: '',
    getNextPageParam: (last: ImportRuns) => last.cursor ?? undefined,
  });
}

/** One import, looked at again while it is under way. */
export const useImport = (number: number) =>
  useQuery({
    ...question<ImportRun>(runPath(number)),
    staleTime: 0,
    refetchInterval: ({ state }) => (state.data && isUnderWay(state.data.state) ? lookAgain : false),
  });

/** The claims of an import that others say too, some at a time, once they are asked for. */
export function useImportedAlike(number: number, asked: boolean) {
  const path = `${runPath(number)}/alike`;
  return useInfiniteQuery({
    queryKey: [path],
    queryFn: ({ pageParam, signal }) =>
      read<ImportedAlike>(address(path, { cursor: pageParam || undefined }), signal),
    initialPageParam: '',
    getNextPageParam: (last: ImportedAlike) => last.cursor ?? undefined,
    enabled: asked,
  });
}

function send(file: File, { mode, strict }: Importing): Promise<ImportRun> {
  const mediaType = fileKind(file.name)?.mediaType ?? 'application/octet-stream';
  return write<ImportRun>({
    method: 'POST',
    path: address('/api/import', { mode, strict: strict || undefined, name: file.name, wait: '0' }),
    file: { content: file, mediaType },
  });
}

/** Sends one file after the other; gives the run of each. */
export function useImporting() {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: async ({ files, ...how }: Importing & { files: readonly File[] }) => {
      const runs: ImportRun[] = [];
      for (const file of files) runs.push(await send(file, how));
      return runs;
    },
    onSettled: () => void cache.invalidateQueries(),
  });
}

/** Stops a run, or takes back what it wrote. */
export function useRunStep(number: number) {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: (step: 'cancel' | 'undo') =>
      write<ImportRun>({ method: 'POST', path: `${runPath(number)}/${step}` }),
    onSettled: () => void cache.invalidateQueries(),
  });
}
