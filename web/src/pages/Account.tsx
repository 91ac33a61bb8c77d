import { useState, type SubmitEvent } from 'react';
import { Link } from 'wouter';
import { useAccount, useChangePassword, useIssueToken, useRevokeToken } from '../api/account';
import type { Account } from '../api/types';
import { CopyButton } from '../parts/CopyButton';
import { FormProblem, PasswordField, TextField } from '../parts/fields';
import { Title, usePageTitle } from '../parts/page';
import { NeedsRole } from '../parts/SignedIn';
import { Problem, Skeleton } from '../parts/states';
import { TokenList } from '../parts/TokenList';
import { problemAt, roleWords, withArticle } from '../state/account';

/** What somebody sees to in their own account. */
export default function AccountPage() {
  usePageTitle('Your account');
  return (
    <div className="account-page">
      <Title>Your account</Title>
      <NeedsRole least="reader" what="This page">
        <Own />
      </NeedsRole>
    </div>
  );
}

function Own() {
  const { data, error, refetch } = useAccount();
  if (error) return <Problem error={error} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton lines={6} />;
  return (
    <>
      <p>
        You are signed in as <strong>{data.name}</strong>, {withArticle(data.role)}: you{' '}
        {roleWords[data.role]}.
        {data.role === 'admin' && (
          <>
            {' '}
            <Link href="/admin">See to accounts</Link>.
          </>
        )}
      </p>
      <Tokens account={data} />
      <Password />
    </>
  );
}

function Tokens({ account }: { account: Account }) {
  const [label, setLabel] = useState('');
  const issue = useIssueToken();
  const revoke = useRevokeToken();
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    if (!issue.isPending) issue.mutate(label.trim(), { onSuccess: () => setLabel('') });
  };
  const refused = issue.error ?? revoke.error;
  return (
    <section aria-labelledby="tokens">
      <h2 id="tokens">Tokens for programs</h2>
      <p className="fine">
        A token lets a program do what you may do, without your password; it goes with every request as{' '}
        <code>Authorization: Bearer TOKEN</code>.
      </p>
      <TokenList tokens={account.tokens} onRevoke={(number) => revoke.mutate(number)} />
      <div role="status">
        {issue.data && (
          <div className="shown-once">
            <p>
              The token “{issue.data.label}”, which is shown this once and kept nowhere readable: copy it now.
            </p>
            <code>{issue.data.token}</code>
            <CopyButton text={issue.data.token} what="the token" />
          </div>
        )}
      </div>
      <form className="row-form" onSubmit={submit}>
        <TextField
          label="What a new token is for"
          required
          maxLength={80}
          placeholder="laptop"
          value={label}
          onChange={setLabel}
        />
        <button type="submit" aria-disabled={issue.isPending}>
          Make a token
        </button>
      </form>
      {refused && <FormProblem>{refused.message}</FormProblem>}
    </section>
  );
}

function Password() {
  const [present, setPresent] = useState('');
  const [next, setNext] = useState('');
  const change = useChangePassword();
  const nextProblem = problemAt(change.error, 'password');
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    if (change.isPending) return;
    const done = () => {
      setPresent('');
      setNext('');
    };
    change.mutate({ present, password: next }, { onSuccess: done });
  };
  return (
    <section aria-labelledby="password">
      <h2 id="password">Password</h2>
      <form className="sheet-form" onSubmit={submit}>
        <PasswordField label="The password so far" value={present} onChange={setPresent} />
        <PasswordField label="The new password" fresh value={next} problem={nextProblem} onChange={setNext} />
        {change.error && !nextProblem && <FormProblem>{change.error.message}</FormProblem>}
        <p className="buttons">
          <button type="submit" aria-disabled={change.isPending}>
            Change the password
          </button>
        </p>
        <p role="status" className="fine">
          {change.isSuccess
            ? 'The password is changed. Every other window and device is signed out; tokens stay.'
            : 'Every other window and device is signed out by it; tokens stay.'}
        </p>
      </form>
    </section>
  );
}
