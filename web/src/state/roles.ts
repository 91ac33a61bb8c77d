/** Who may do what: the few words about accounts that every page needs. */
import type { AccountRole, Role } from '../api/types';

/** The roles that an account can have, each including those before it. */
export const accountRoles: readonly AccountRole[] = ['reader', 'contributor', 'curator', 'admin'];

/** Whether a role may do what `least` may. */
export function includes(role: Role, least: AccountRole): boolean {
  const rank: readonly Role[] = ['anybody', ...accountRoles];
  return rank.indexOf(role) >= rank.indexOf(least);
}

/** `a curator`, `an admin`. */
export const withArticle = (role: Role): string => `${role.startsWith('a') ? 'an' : 'a'} ${role}`;
