import { useEffect, useState, type SubmitEvent } from 'react';
import { useLocation } from 'wouter';
import { useInvitation, useJoin } from '../api/account';
import type { Invitation } from '../api/types';
import { FormProblem, PasswordField, TextField } from '../parts/fields';
import { Title, usePageTitle } from '../parts/page';
import { Problem, Skeleton } from '../parts/states';
import { problemAt } from '../state/account';

/** Where a one-time link leads: its owner chooses a password, and the first admin a name too. */
export default function JoinPage() {
  usePageTitle('Come in');
  const [link] = useState(() => window.location.hash.slice(1));
  const invitation = useInvitation(link);
  useEffect(() => {
    // What the address held is good once: it stays out of the history and of what others see on the screen.
    window.history.replaceState(null, '', '/join');
  }, []);
  return (
    <div className="narrow-page">
      <Title>Come in</Title>
      {link === '' && (
        <p className="empty">
          This page needs the one-time link that you were given: open it anew, whole, from where you have it.
        </p>
      )}
      {link !== '' && invitation.isPending && <Skeleton lines={4} label="Looking at the link" />}
      {invitation.error && <Problem error={invitation.error} />}
      {invitation.data && <Form link={link} invitation={invitation.data} />}
    </div>
  );
}

function Form({ link, invitation }: { link: string; invitation: Invitation }) {
  const [, go] = useLocation();
  const [name, setName] = useState(invitation.name ?? '');
  const [password, setPassword] = useState('');
  const join = useJoin();
  const nameProblem = problemAt(join.error, 'name');
  const passwordProblem = problemAt(join.error, 'password');
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    if (!join.isPending) join.mutate({ link, name, password }, { onSuccess: () => go('/account') });
  };
  return (
    <form className="sheet-form" onSubmit={submit}>
      <p>
        {invitation.first
          ? 'You are the first: choose a name and a password, and you are the admin of this library.'
          : `Choose the password of ${invitation.name ?? 'your account'}. Whoever is signed in with it is signed out.`}
      </p>
      <TextField
        label="Name"
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
        required
        maxLength={40}
        readOnly={!invitation.first}
        value={name}
        problem={nameProblem}
        onChange={setName}
        {...(invitation.first && {
          hint: 'Lower-case letters, digits and dashes. It signs what you publish.',
        })}
      />
      <PasswordField
        label="Password"
        fresh
        value={password}
        problem={passwordProblem}
        onChange={setPassword}
      />
      {join.error && !nameProblem && !passwordProblem && <FormProblem>{join.error.message}</FormProblem>}
      <p className="buttons">
        <button type="submit" className="primary" aria-disabled={join.isPending}>
          Come in
        </button>
      </p>
    </form>
  );
}
