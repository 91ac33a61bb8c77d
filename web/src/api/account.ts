/** What people do about their accounts, and admins about those of others. */
import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { read, sessionPath, write } from './client';
import { question, useArrival } from './session';
import type {
  Account,
  AccountLink,
  AccountRole,
  AuditAnswer,
  Backup,
  Backups,
  Invitation,
  IssuedToken,
  Session,
} from './types';

const accountPath = '/api/account';
const accountsPath = '/api/accounts';
const auditPath = '/api/audit';
const backupsPath = '/api/backups';

export function useSignIn() {
  return useMutation({
    mutationFn: (body: { name: string; password: string }) =>
      write<Session>({ method: 'POST', path: sessionPath, body }),
    onSuccess: useArrival(),
  });
}

const invitationPath = '/api/invitation';

/** For whom a one-time link is. */
export const useInvitation = (link: string) =>
  useQuery({
    queryKey: [invitationPath, link],
    queryFn: () => write<Invitation>({ method: 'POST', path: invitationPath, body: { link } }),
    enabled: link !== '',
    staleTime: Infinity,
  });

export function useJoin() {
  return useMutation({
    mutationFn: (body: { link: string; name: string; password: string }) =>
      write<Session>({ method: 'PUT', path: invitationPath, body }),
    onSuccess: useArrival(),
  });
}

/** The account that is signed in, with its tokens. */
export const useAccount = () => useQuery(question<Account>(accountPath));

/** A write after which these answers are asked for anew. */
function useWriteAbout<Wanted, Answer>(
  paths: readonly string[],
  mutationFn: (wanted: Wanted) => Promise<Answer>,
) {
  const cache = useQueryClient();
  return useMutation({
    mutationFn,
    onSuccess: () => Promise.all(paths.map((path) => cache.invalidateQueries({ queryKey: [path] }))),
  });
}

export const useIssueToken = () =>
  useWriteAbout([accountPath], (label: string) =>
    write<IssuedToken>({ method: 'POST', path: `${accountPath}/tokens`, body: { label } }),
  );

export const useRevokeToken = () =>
  useWriteAbout([accountPath], (number: number) =>
    write({ method: 'DELETE', path: `${accountPath}/tokens/${number}` }),
  );

export function useChangePassword() {
  return useMutation({
    mutationFn: (body: { present: string; password: string }) =>
      write<Session>({ method: 'PUT', path: `${accountPath}/password`, body }),
    onSuccess: useArrival(),
  });
}

/** Every account, by name. */
export const useAccounts = () => useQuery(question<{ accounts: Account[] }>(accountsPath));

const ofAccount = (name: string) => `${accountsPath}/${encodeURIComponent(name)}`;
const seenByAdmins = [accountsPath, auditPath];

export const useAddAccount = () =>
  useWriteAbout(seenByAdmins, (body: { name: string; role: AccountRole }) =>
    write<AccountLink>({ method: 'POST', path: accountsPath, body }),
  );

export const useChangeAccount = (name: string) =>
  useWriteAbout([...seenByAdmins, sessionPath], (body: { role?: AccountRole; disabled?: boolean }) =>
    write<Account>({ method: 'PUT', path: ofAccount(name), body }),
  );

export const useAccountLink = (name: string) =>
  useWriteAbout(seenByAdmins, () => write<AccountLink>({ method: 'POST', path: `${ofAccount(name)}/link` }));

export const useRevokeTokenOf = (name: string) =>
  useWriteAbout(seenByAdmins, (number: number) =>
    write({ method: 'DELETE', path: `${ofAccount(name)}/tokens/${number}` }),
  );

/** What happened to accounts, latest first, page by page. */
export function useAudit() {
  return useInfiniteQuery({
    queryKey: [auditPath],
    queryFn: ({ pageParam, signal }) =>
      read<AuditAnswer>(pageParam ? `${auditPath}?cursor=${pageParam}` : auditPath, signal),
    initialPageParam: 0,
    getNextPageParam: (last: AuditAnswer) => last.nextCursor ?? undefined,
  });
}

/** The backups in the server's directory, latest first. */
export const useBackups = () => useQuery(question<Backups>(backupsPath));

/** Makes a backup now. */
export const useBackUp = () =>
  useWriteAbout([backupsPath, auditPath], () => write<Backup>({ method: 'POST', path: backupsPath }));
