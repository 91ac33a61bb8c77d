/** What the page of feeds asks and sends. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { write } from './client';
import { question } from './queries';
import type { NewSubscription, Subscription, Subscriptions } from './types';

const path = '/api/subscriptions';

/** The feeds that are subscribed to, and how each does. */
export const useSubscriptions = () => useQuery({ ...question<Subscriptions>(path), staleTime: 0 });

/** Subscribes to feeds, one or the list of another program, and does something to one. */
export function useSubscribing() {
  const cache = useQueryClient();
  const onSettled = () => void cache.invalidateQueries({ queryKey: [path] });
  const add = useMutation({
    mutationFn: (body: NewSubscription) => write<Subscription>({ method: 'POST', path, body }),
    onSettled,
  });
  const take = useMutation({
    mutationFn: (file: File) =>
      write<Subscriptions>({
        method: 'POST',
        path: `${path}.opml`,
        file: { content: file, mediaType: 'text/x-opml' },
      }),
    onSettled,
  });
  const step = useMutation({
    mutationFn: ({ number, what }: { number: number; what: 'poll' | 'pause' | 'resume' }) =>
      write<Subscription>({ method: 'POST', path: `${path}/${number}/${what}` }),
    onSettled,
  });
  const remove = useMutation({
    mutationFn: (number: number) => write<Subscriptions>({ method: 'DELETE', path: `${path}/${number}` }),
    onSettled,
  });
  return { add, take, step, remove };
}
