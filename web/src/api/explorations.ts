/** Views that readers keep. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { write } from './client';
import { useForeseen, useRefusal } from './optimistic';
import { question } from './queries';
import type { KeptView, KeptViews } from './types';

const path = '/api/explorations';
const ownPath = `${path}?limit=200`;

/** One's own, latest first; asked only for who is signed in. */
export const useKeptViews = (signedIn: boolean) =>
  useQuery({ ...question<KeptViews>(ownPath), enabled: signedIn });

/** One by its short id. */
export const useKeptView = (id: string) => useQuery(question<KeptView>(`${path}/${id}`));

/** Why a view was not deleted. */
export const useKeptRefusal = () => useRefusal([ownPath]);

/** Keeps a view, and deletes one's own. */
export function useKeeping() {
  const cache = useQueryClient();
  const onSuccess = () =>
    cache.invalidateQueries({ predicate: ({ queryKey: [key] }) => String(key).startsWith(path) });
  const keep = useMutation({
    mutationFn: (body: { title: string; place: string }) => write<KeptView>({ method: 'POST', path, body }),
    onSuccess,
  });
  const remove = useForeseen<KeptViews, string, undefined>({
    shown: [ownPath],
    send: (id) => write<undefined>({ method: 'DELETE', path: `${path}/${id}` }),
    outcome: (own, removed) => ({
      ...own,
      explorations: own.explorations.filter(({ id }) => id !== removed),
    }),
  });
  return { keep, remove };
}
