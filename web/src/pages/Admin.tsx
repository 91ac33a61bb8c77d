import { useId, useState, type SubmitEvent } from 'react';
import {
  useAccountLink,
  useAccounts,
  useAddAccount,
  useAudit,
  useChangeAccount,
  useRevokeTokenOf,
} from '../api/account';
import { Link } from 'wouter';
import type { Account, AccountRole, AuditEntry } from '../api/types';
import { BackupList } from '../parts/BackupList';
import { CopyButton } from '../parts/CopyButton';
import { FormProblem, TextField } from '../parts/fields';
import { Title, usePageTitle } from '../parts/page';
import { NeedsRole } from '../parts/SignedIn';
import { Problem, Skeleton } from '../parts/states';
import { TokenList } from '../parts/TokenList';
import { accountRoles, byWhom, happening, problemAt, roleWords } from '../state/account';
import { timeText } from '../state/moment';
import { plural } from '../state/sentence';

/** Where an admin sees to accounts, and to what happened to them. */
export default function AdminPage() {
  usePageTitle('Accounts');
  return (
    <div className="account-page">
      <Title>Accounts</Title>
      <p className="fine">
        What the server does by itself stands at <Link href="/jobs">Jobs</Link>.
      </p>
      <NeedsRole least="admin" what="Seeing to accounts">
        <Invite />
        <Everybody />
        <BackupList />
        <Audit />
      </NeedsRole>
    </div>
  );
}

interface RoleChoiceProps {
  label: string;
  value: AccountRole;
  /** Whether each role says what it may do. */
  explained?: boolean;
  onChange: (role: AccountRole) => void;
}

function RoleChoice({ label, value, explained = false, onChange }: RoleChoiceProps) {
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <select id={id} value={value} onChange={(event) => onChange(event.target.value as AccountRole)}>
        {accountRoles.map((role) => (
          <option key={role} value={role}>
            {explained ? `${role}: ${roleWords[role]}` : role}
          </option>
        ))}
      </select>
    </div>
  );
}

/** A one-time link, which is told this once. */
function OneTimeLink({ name, link }: { name: string; link: string }) {
  const whole = window.location.origin + link;
  return (
    <div className="shown-once">
      <p>
        Give this link to {name} alone: it is good once, for a day, and shown only now. By it they choose a
        password.
      </p>
      <code>{whole}</code>
      <CopyButton text={whole} what="the link" />
    </div>
  );
}

function Invite() {
  const [name, setName] = useState('');
  const [role, setRole] = useState<AccountRole>('curator');
  const add = useAddAccount();
  const nameProblem = problemAt(add.error, 'name');
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    if (!add.isPending) add.mutate({ name: name.trim(), role }, { onSuccess: () => setName('') });
  };
  return (
    <section aria-labelledby="invite">
      <h2 id="invite">Invite somebody</h2>
      <form className="row-form" onSubmit={submit}>
        <TextField
          label="Name of the account"
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          required
          maxLength={40}
          value={name}
          problem={nameProblem}
          onChange={setName}
        />
        <RoleChoice label="Role" explained value={role} onChange={setRole} />
        <button type="submit" className="primary" aria-disabled={add.isPending}>
          Make the account
        </button>
      </form>
      {add.error && !nameProblem && <FormProblem>{add.error.message}</FormProblem>}
      <div role="status">{add.data && <OneTimeLink name={add.data.account.name} link={add.data.link} />}</div>
    </section>
  );
}

function Everybody() {
  const { data, error, refetch } = useAccounts();
  return (
    <section aria-labelledby="everybody">
      <h2 id="everybody">Everybody with an account</h2>
      {error && <Problem error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Skeleton lines={5} label="Loading the accounts" />}
      <ul className="plain account-list">
        {data?.accounts.map((account) => (
          <li key={account.name}>
            <One account={account} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function One({ account }: { account: Account }) {
  const { name, disabled } = account;
  const change = useChangeAccount(name);
  const link = useAccountLink(name);
  const revoke = useRevokeTokenOf(name);
  const refused = change.error ?? link.error ?? revoke.error;
  return (
    <article aria-labelledby={`account-${name}`}>
      <h3 id={`account-${name}`}>
        {name} {disabled && <span className="mark">disabled</span>}
      </h3>
      <p className="fine">
        made <time dateTime={account.made}>{timeText(account.made)}</time>,{' '}
        {account.hasPassword ? 'has a password' : 'has no password yet'},{' '}
        {plural(account.tokens.length, 'token')}
      </p>
      <div className="row-form">
        <RoleChoice
          label={`Role of ${name}`}
          value={account.role}
          onChange={(role) => change.mutate({ role })}
        />
        {!disabled && (
          <button type="button" onClick={() => link.mutate(undefined)}>
            Link for a new password<span className="unseen"> of {name}</span>
          </button>
        )}
        <button type="button" onClick={() => change.mutate({ disabled: !disabled })}>
          {disabled ? 'Enable' : 'Disable'}
          <span className="unseen"> {name}</span>
        </button>
      </div>
      <TokenList tokens={account.tokens} onRevoke={(number) => revoke.mutate(number)} />
      <div role="status">{link.data && !disabled && <OneTimeLink name={name} link={link.data.link} />}</div>
      {refused && <FormProblem>{refused.message}</FormProblem>}
    </article>
  );
}

function Audit() {
  const { data, error, refetch, hasNextPage, fetchNextPage } = useAudit();
  const entries = data?.pages.flatMap((page) => page.entries) ?? [];
  return (
    <section aria-labelledby="audit">
      <h2 id="audit">What happened to accounts</h2>
      <p className="fine">Latest first. What anybody reads is not noted anywhere.</p>
      {error && <Problem error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Skeleton lines={5} label="Loading what happened" />}
      <ol className="plain audit-list">
        {entries.map((entry) => (
          <Happening key={entry.number} entry={entry} />
        ))}
      </ol>
      {hasNextPage && (
        <button type="button" onClick={() => void fetchNextPage()}>
          Earlier
        </button>
      )}
    </section>
  );
}

function Happening({ entry }: { entry: AuditEntry }) {
  return (
    <li>
      <time dateTime={entry.at} className="fine">
        {timeText(entry.at)}
      </time>{' '}
      <span>
        {entry.account && <strong>{entry.account}: </strong>}
        {happening(entry.kind)}
        {entry.detail && ` (${entry.detail})`} <span className="fine">{byWhom(entry)}</span>
      </span>
    </li>
  );
}
