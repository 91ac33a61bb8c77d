/** What a reader of briefs asks and sends, by their account or by the key of their private link. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { address } from '../state/parameters';
import { followed, keepKey, readKey, unfollowed, type Follow } from '../state/reader';
import { write } from './client';
import { useForeseen, useRefusal } from './optimistic';
import { question, useSession } from './queries';
import type {
  Deliveries,
  Reader,
  ReaderAsked,
  ReaderBrief,
  ReaderKey,
  ReaderMail,
  ReaderSchedule,
} from './types';

const path = '/api/reader';

/** Whether somebody reads here who can be told apart from others. */
export function useIsReader(): boolean {
  const session = useSession().data;
  return session !== undefined && (session.name !== undefined || readKey() !== undefined);
}

/** What the reader follows, and when they read; asked only where there is a reader. */
export const useReader = (isReader: boolean) =>
  useQuery({ ...question<Reader>(path), enabled: isReader, staleTime: 30_000, retry: false });

/** Why what was followed last, or no longer, was refused. */
export const useFollowRefusal = () => useRefusal([path]);

/** Tomorrow's brief as of now. */
export const usePreview = (isReader: boolean) =>
  useQuery({ ...question<ReaderBrief>(`${path}/brief`), enabled: isReader, staleTime: 0, retry: false });

/** What an admin sees of briefs. */
export const useDeliveries = () => useQuery({ ...question<Deliveries>('/api/deliveries'), staleTime: 0 });

/** Everything that a reader does. */
export function useReading() {
  const cache = useQueryClient();
  const anewBrief = () => void cache.invalidateQueries({ queryKey: [`${path}/brief`] });
  const onSettled = () => {
    void cache.invalidateQueries({ queryKey: [path] });
    anewBrief();
  };
  const follow = useForeseen<Reader, Follow, undefined>({
    shown: [path],
    send: ({ follow: what, weight }) =>
      write<undefined>({ method: 'PUT', path: address(`${path}/follows`, { follow: [what], weight }) }),
    outcome: followed,
    anew: anewBrief,
  });
  const unfollow = useForeseen<Reader, string, undefined>({
    shown: [path],
    send: (what) =>
      write<undefined>({ method: 'DELETE', path: address(`${path}/follows`, { follow: [what] }) }),
    outcome: unfollowed,
    anew: anewBrief,
  });
  const schedule = useMutation({
    mutationFn: (body: ReaderSchedule) => write<Reader>({ method: 'PUT', path: `${path}/schedule`, body }),
    onSettled,
  });
  const remove = useMutation({
    mutationFn: () => write<undefined>({ method: 'DELETE', path }),
    onSuccess: () => {
      keepKey(undefined);
      cache.removeQueries({ queryKey: [path] });
    },
  });
  const link = useMutation({ mutationFn: () => write<ReaderKey>({ method: 'POST', path: `${path}/link` }) });
  return { follow, unfollow, schedule, remove, link };
}

/** Whether an address can be given here at all; undefined until it is known. */
export const useSendsMail = (): boolean | undefined =>
  useQuery(question<ReaderMail>(`${path}/address`)).data?.mail;

/** Asks the owner of an address whether briefs may be sent there. */
export const useAskingAddress = () =>
  useMutation({
    mutationFn: (body: { address: string; follows?: string[] }) =>
      write<ReaderAsked>({ method: 'POST', path: `${path}/address`, body }),
  });

/** Confirms an address by the link in a letter, and keeps the private link in this browser. */
export const useConfirming = () =>
  useMutation({
    mutationFn: (secret: string) =>
      write<ReaderKey>({ method: 'POST', path: `${path}/confirmation`, body: { secret } }),
    onSuccess: ({ key }) => keepKey(key),
  });

/** Ends the letters to the reader of a private link. */
export const useLeaving = () =>
  useMutation({
    mutationFn: (key: string) =>
      write<undefined>({
        method: 'POST',
        path: address('/reading/leave', { key }),
        file: {
          content: new Blob(['List-Unsubscribe=One-Click']),
          mediaType: 'application/x-www-form-urlencoded',
        },
      }),
  });
