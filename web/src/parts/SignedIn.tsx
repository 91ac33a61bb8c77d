import type { ReactNode } from 'react';
import { Link, useLocation, useSearch } from 'wouter';
import { useSession, useSignOut } from '../api/session';
import type { AccountRole } from '../api/types';
import { includes, withArticle } from '../state/roles';
import { signInPlace } from '../state/places';
import { WayOut } from './icons';

/** Leads to signing in, and from there back to this very place. */
export function SignInLink({ children = 'Sign in' }: { children?: ReactNode }) {
  const [path] = useLocation();
  const search = useSearch();
  return <Link href={signInPlace(search ? `${path}?${search}` : path)}>{children}</Link>;
}

/** Who is signed in, in the frame of every page. */
export function Who() {
  const session = useSession().data;
  const [path] = useLocation();
  if (!session) return null;
  if (session.name === undefined) return <p className="who">{path !== '/sign-in' && <SignInLink />}</p>;
  return (
    <p className="who">
      <Link href="/account" aria-current={path === '/account' ? 'page' : undefined}>
        {session.name}
      </Link>
      <SignOut />
    </p>
  );
}

/** Ends the session. */
function SignOut() {
  const signOut = useSignOut();
  return (
    <button type="button" className="icon" title="Sign out" onClick={() => signOut.mutate()}>
      <WayOut />
      <span className="unseen">Sign out</span>
    </button>
  );
}

interface NeedsRoleProps {
  least: AccountRole;
  /** What needs it, as the beginning of a sentence: `Adding claims`. */
  what: string;
  children: ReactNode;
}

/** Shows something to who may do it, and tells everybody else what is missing and how to come by it. */
export function NeedsRole({ least, what, children }: NeedsRoleProps) {
  const session = useSession().data;
  if (!session) return null;
  if (includes(session.role, least)) return children;
  return (
    <section className="empty">
      {session.name === undefined ? (
        <p>
          {what} needs the account of {withArticle(least)}; reading needs none.{' '}
          <SignInLink>Sign in</SignInLink> to go on here.
        </p>
      ) : (
        <p>
          {what} needs the account of {withArticle(least)}; yours, {session.name}, is that of{' '}
          {withArticle(session.role)}. An admin of this library can change that.
        </p>
      )}
    </section>
  );
}
