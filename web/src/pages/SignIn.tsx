import { useState, type SubmitEvent } from 'react';
import { Link, useLocation, useSearch } from 'wouter';
import { useSignIn } from '../api/account';
import { useSession } from '../api/queries';
import { FormProblem, PasswordField, TextField } from '../parts/fields';
import { Title, usePageTitle } from '../parts/page';
import { Skeleton } from '../parts/states';
import { goingOn } from '../state/places';

/** Where one signs in by name and password, and goes on where one was. */
export default function SignInPage() {
  usePageTitle('Sign in');
  const session = useSession().data;
  return (
    <div className="narrow-page">
      <Title>Sign in</Title>
      {!session && <Skeleton lines={4} />}
      {session && (session.name === undefined ? <Form /> : <AlreadyIn name={session.name} />)}
    </div>
  );
}

function AlreadyIn({ name }: { name: string }) {
  const search = useSearch();
  return (
    <p>
      You are signed in as <Link href="/account">{name}</Link>.{' '}
      <Link href={goingOn(new URLSearchParams(search).get('to'))}>Go on</Link>.
    </p>
  );
}

function Form() {
  const [, go] = useLocation();
  const search = useSearch();
  const [name, setName] = useState('');
  const [password, setPassword] = useState('');
  const signIn = useSignIn();
  const enter = async () => {
    try {
      await signIn.mutateAsync({ name: name.trim(), password });
    } catch {
      return; // said at the form
    }
    go(goingOn(new URLSearchParams(search).get('to')), { replace: true });
  };
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    if (!signIn.isPending) void enter();
  };
  return (
    <form className="sheet-form" onSubmit={submit}>
      <TextField
        label="Name"
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
        required
        maxLength={100}
        value={name}
        onChange={setName}
      />
      <PasswordField label="Password" value={password} onChange={setPassword} />
      {signIn.error && <FormProblem>{signIn.error.message}</FormProblem>}
      <p className="buttons">
        <button type="submit" className="primary" aria-disabled={signIn.isPending}>
          Sign in
        </button>
      </p>
      <p className="fine">
        Reading needs no account. Accounts, and links for a forgotten password, come from an admin of this
        library; the very first one is made by the link that <code>serve</code> prints when it starts.
      </p>
    </form>
  );
}
