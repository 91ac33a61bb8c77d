/** Views that readers keep. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { write } from './client';
import { question } from './queries';
import type { KeptView, KeptViews } from './types';

const path = '/api/explorations';

/** One's own, latest first; asked only for who is signed in. */
export const useKeptViews = (signedIn: boolean) =>
  useQuery({ ...question<KeptViews>(`${path}?limit=200`), enabled: signedIn });

/** One by its short id. */
export const useKeptView = (id: string) => useQuery(question<KeptView>(`${path}/${id}`));

/** Keeps a view, and deletes one's own. */
export function useKeeping() {
  const cache = useQueryClient();
  const onSuccess = () =>
    cache.invalidateQueries({ predicate: ({ queryKey: [key] }) => String(key).startsWith(path) });
  const keep = useMutation({
    mutationFn: (body: { title: string; place: string }) => write<KeptView>({ method: 'POST', path, body }),
    onSuccess,
  });
  const remove = useMutation({
    mutationFn: (id: string) => write<undefined>({ method: 'DELETE', path: `${path}/${id}` }),
    onSuccess,
  });
  return { keep, remove };
}
