import { useState, type SubmitEvent } from 'react';
import { Link } from 'wouter';
import { useKeeping, useKeptRefusal, useKeptViews } from '../api/explorations';
import { useLibrary, useSession } from '../api/queries';
import { includes } from '../state/account';
import { keepable } from '../state/parameters';
import { keptPlace } from '../state/places';
import { CopyButton } from './CopyButton';
import { TextField } from './fields';
import { SignInLink } from './SignedIn';
import { Problem, TakenBack } from './states';

interface KeepViewProps {
  /** What it is called unless somebody calls it otherwise. */
  title: string;
  /** Its address, as of a change where one is given. */
  place: (asOf?: string) => string;
}

/** Sends a view to others, or keeps it under a short address for oneself. */
export function KeepView({ title, place }: KeepViewProps) {
  const signedIn = includes(useSession().data?.role ?? 'anybody', 'reader');
  return (
    <details className="keep-view">
      <summary>Keep or send this view</summary>
      <p>
        <CopyButton text={() => Promise.resolve(window.location.origin + place())} what="its address" />
      </p>
      {signedIn ? (
        <KeepForm title={title} place={place} />
      ) : (
        <p className="fine">
          <SignInLink /> to keep it under a short address and find it again.
        </p>
      )}
    </details>
  );
}

function KeepForm({ title, place }: KeepViewProps) {
  const [name, setName] = useState<string>();
  const [pinned, setPinned] = useState(false);
  const change = useLibrary().data?.change;
  const { keep } = useKeeping();
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    const asOf = pinned && change !== undefined ? String(change) : undefined;
    keep.mutate({ title: (name ?? title).slice(0, 120), place: keepable(place(asOf)) });
  };
  return (
    <form onSubmit={submit}>
      <TextField label="Its name" value={name ?? title} maxLength={120} required onChange={setName} />
      <label className="check-line">
        <input type="checkbox" checked={pinned} onChange={(event) => setPinned(event.target.checked)} />
        <span>Always as of today{change !== undefined && ` (change ${change})`}</span>
      </label>
      <button type="submit" disabled={keep.isPending}>
        Keep
      </button>
      <div role="status">
        {keep.data && (
          <p>
            Kept at <Link href={keptPlace(keep.data.id)}>{keptPlace(keep.data.id)}</Link>{' '}
            <CopyButton text={window.location.origin + keptPlace(keep.data.id)} what="the short address" />
          </p>
        )}
      </div>
      {keep.error && <Problem error={keep.error} />}
    </form>
  );
}

/** The views that somebody keeps, to open or delete. */
export function KeptViews() {
  const signedIn = includes(useSession().data?.role ?? 'anybody', 'reader');
  const { data, error } = useKeptViews(signedIn);
  const { remove } = useKeeping();
  const refusal = useKeptRefusal();
  if (error) return <Problem error={error} />;
  if (!data || (data.explorations.length === 0 && !refusal)) return null;
  return (
    <section aria-labelledby="kept-title">
      <h2 id="kept-title">Your views</h2>
      <ul className="plain kept-views">
        {data.explorations.map(({ id, title, at }) => (
          <li key={id}>
            <Link href={keptPlace(id)}>{title}</Link> <time dateTime={at}>{at.slice(0, 10)}</time>
            <button type="button" className="quiet" onClick={() => remove.mutate(id)}>
              Delete<span className="unseen"> {title}</span>
            </button>
          </li>
        ))}
      </ul>
      {refusal && <TakenBack error={refusal} />}
    </section>
  );
}
