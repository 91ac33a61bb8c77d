/** Words about accounts. */
import type { AccountRole, AuditEntry } from '../api/types';

export { accountRoles, includes, withArticle } from './roles';

/** What somebody of a role may do. */
export const roleWords: Record<AccountRole, string> = {
  reader: 'may read',
  contributor: 'may propose claims',
  curator: 'may publish claims, and take them back',
  admin: 'may publish claims and see to accounts',
};

const happenings: Record<string, string> = {
  'account-made': 'account made',
  'account-disabled': 'account disabled',
  'account-enabled': 'account enabled',
  'role-changed': 'role changed',
  'password-changed': 'password set',
  invited: 'one-time link made',
  'token-made': 'token made',
  'token-revoked': 'token revoked',
  'signed-in': 'signed in',
  'sign-in-failed': 'sign-in failed',
  'signed-out': 'signed out',
  'backup-made': 'backup made',
  'backup-failed': 'backup failed',
  'job-run': 'job run by hand',
  'job-paused': 'job paused',
  'job-resumed': 'job resumed',
};

/** What happened, in words; a kind that these pages do not know yet reads as it is. */
export const happening = (kind: string): string => happenings[kind] ?? kind.replaceAll('-', ' ');

/** By whom and from where, as a list tells it; nothing is said twice. */
export function byWhom({ account, by, from }: Pick<AuditEntry, 'account' | 'by' | 'from'>): string {
  const who = by === '' || by === account ? '' : by === 'command-line' ? 'by the command line' : `by ${by}`;
  const where = from === '' || from === 'here' ? '' : `from ${from}`;
  return [who, where].filter((part) => part !== '').join(' ');
}

/** The message at one field of a form, of all that an answer refused. */
export function problemAt(error: Error | null, path: string): string | undefined {
  const problems =
    error && 'problems' in error ? (error.problems as { path: string; message: string }[]) : [];
  const found = problems.find((one) => one.path === path);
  return found && `This ${found.message}.`;
}

/** A size as people read it: `3.4 MB`. */
export function bytesText(bytes: number): string {
  const units = ['bytes', 'kB', 'MB', 'GB', 'TB'];
  const step = Math.min(units.length - 1, Math.floor(Math.log10(Math.max(bytes, 1)) / 3));
  const amount = (bytes / 1000 ** step).toLocaleString('en', { maximumFractionDigits: step === 0 ? 0 : 1 });
  return `${amount} ${units[step] ?? ''}`;
}
