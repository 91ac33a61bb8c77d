/** The few questions that every page asks: who is here, and what library this is. All else is asked by its own page. */
import {
  MutationCache,
  QueryCache,
  QueryClient,
  useMutation,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query';
import { ApiProblem, keepSession, read, readSession, sessionPath, write } from './client';
import type { Library, Session } from './types';

const minute = 60_000;

export function createQueryClient(): QueryClient {
  // A session may end while its page is open: then the page shows what everybody may see.
  const onError = (error: Error) => {
    if (error instanceof ApiProblem && error.status === 401)
      void client.invalidateQueries({ queryKey: [sessionPath] });
  };
  const client = new QueryClient({
    queryCache: new QueryCache({ onError }),
    mutationCache: new MutationCache({ onError }),
    defaultOptions: {
      queries: {
        staleTime: minute,
        refetchOnWindowFocus: false,
        // A refusal stays one; only a missing answer is worth a second try.
        retry: (failures, error) => failures < 1 && error instanceof ApiProblem && error.status === 0,
      },
    },
  });
  return client;
}

export function question<T>(path: string) {
  return { queryKey: [path], queryFn: ({ signal }: { signal: AbortSignal }) => read<T>(path, signal) };
}

export const useLibrary = () => useQuery(question<Library>('/api/library'));

/** Who asks: the account that is signed in, or nobody. */
export const useSession = () =>
  useQuery({ queryKey: [sessionPath], queryFn: ({ signal }) => readSession(signal) });

/** Goes on as whoever the session now is: every answer so far was another's. */
export function useArrival() {
  const cache = useQueryClient();
  return (session: Session) => {
    cache.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== sessionPath, type: 'inactive' });
    cache.setQueryData([sessionPath], keepSession(session));
    void cache.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== sessionPath });
  };
}

/** Ends the session on the server; one that has ended there already is no failure. */
async function signOut(): Promise<Session> {
  try {
    await write({ method: 'DELETE', path: sessionPath });
  } catch (problem) {
    if (!(problem instanceof ApiProblem && problem.status === 401)) throw problem;
  }
  return { role: 'anybody' };
}

export function useSignOut() {
  return useMutation({ mutationFn: signOut, onSuccess: useArrival() });
}
