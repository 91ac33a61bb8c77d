/** What the pages of scans ask and send: transcripts that are kept, scans of them, and the rules that pick claims. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { isOpen, transcriptMediaType, type Wanted } from '../state/scans';
import { write } from './client';
import { question } from './queries';
import type { ScanRule, ScanRun, ScanRuns, Transcript, Transcripts } from './types';

const path = '/api/scans';
const kept = '/api/transcripts?limit=200';
const lookAgain = 1000;

const transcriptPath = (episode: string) => `/api/sources/${encodeURIComponent(episode)}/transcript`;

/** Scans, newest first, with what became of what they found; looked at again while one is under way. */
export const useScans = () =>
  useQuery({
    ...question<ScanRuns>(`${path}?limit=30`),
    staleTime: 0,
    refetchInterval: ({ state }) => (state.data?.scans.some(isOpen) ? lookAgain : false),
  });

/** One scan with the titles of its episodes. */
export const useScan = (number: number) =>
  useQuery({
    ...question<ScanRun>(`${path}/${number}`),
    staleTime: 0,
    refetchInterval: ({ state }) => (state.data && isOpen(state.data) ? lookAgain : false),
  });

/** The transcripts that were kept last. */
export const useTranscripts = () => useQuery({ ...question<Transcripts>(kept), staleTime: 0 });

/** What was said in an episode; asked only where somebody may read it. */
export const useTranscript = (episode: string | undefined) =>
  useQuery({ ...question<Transcript>(transcriptPath(episode ?? '')), enabled: episode !== undefined });

/** Keeps the transcript that somebody names, where they name one; gives the episodes to scan. */
async function prepared(wanted: Wanted): Promise<readonly string[]> {
  if ('episodes' in wanted) return wanted.episodes;
  const place = transcriptPath(wanted.episode);
  await ('file' in wanted
    ? write<Transcript>({
        method: 'PUT',
        path: place,
        file: { content: wanted.file, mediaType: transcriptMediaType(wanted.file.name) },
      })
    : write<Transcript>({ method: 'POST', path: place, body: { address: wanted.address } }));
  return [wanted.episode];
}

/** Starts scans, stops them and goes on with them, and switches rules. */
export function useScanning() {
  const cache = useQueryClient();
  const onSettled = () => void cache.invalidateQueries();
  const start = useMutation({
    mutationFn: async (wanted: Wanted) =>
      write<ScanRun>({ method: 'POST', path, body: { episodes: await prepared(wanted) } }),
    onSettled,
  });
  const step = useMutation({
    mutationFn: ({ number, what }: { number: number; what: 'cancel' | 'resume' }) =>
      write<ScanRun>({ method: 'POST', path: `${path}/${number}/${what}` }),
    onSettled,
  });
  const turn = useMutation({
    mutationFn: (body: ScanRule) =>
      write<ScanRule>({ method: 'PUT', path: `/api/scan-rules/${encodeURIComponent(body.rule)}`, body }),
    onSettled,
  });
  return { start, step, turn };
}
