import { useState, type SubmitEvent } from 'react';
import { Link, useLocation, useSearch as useAddress } from 'wouter';
import { useCall, useNames } from '../api/pathQueries';
import { useLibrary } from '../api/queries';
import type { Diff } from '../api/types';
import { BehindCall } from '../parts/Behind';
import { DifferenceList } from '../parts/DifferenceList';
import { EntityField } from '../parts/EntityField';
import { Title, usePageTitle } from '../parts/page';
import { Problem, Skeleton } from '../parts/states';
import { eachSideNote } from '../state/behind';
import { diffCall, diffPlace, readDiff, type DiffQuery } from '../state/diff';
import { changedText, differenceKinds, differenceLabel } from '../state/differences';
import { readMomentOf } from '../state/lens';

/** What became of connections between two moments, each with the claims that did it. */
export default function WhatChangedPage() {
  const query = readDiff(useAddress());
  const call = diffCall(query);
  const answer = useCall<Diff>(call);
  const name = useNames([query.entity]);
  usePageTitle('What changed');
  return (
    <div className="changed-page">
      <header>
        <Title>What changed</Title>
        <p className="lede">
          Connections that came, went or turned between two moments, and the claims that did it.
        </p>
      </header>
      <Between key={diffPlace(query) + name(query.entity)} query={query} name={name} />
      {answer.error && <Problem error={answer.error} onRetry={() => void answer.refetch()} />}
      {call && answer.isPending && <Skeleton lines={8} label="Comparing" />}
      {!call && <Beginning entity={query.entity} />}
      {call && answer.data && <Changed answer={answer.data} />}
      {call && answer.data && <BehindCall call={call} note={eachSideNote} />}
    </div>
  );
}

function Changed({ answer }: { answer: Diff }) {
  const { differences, total, counts, compared } = answer;
  return (
    <>
      <p role="status">
        From change {answer.from} to change {answer.to}: {changedText(total, counts)}
        {total > differences.length && ` The first ${differences.length} are shown.`}
        {compared.truncated && ` The comparison stopped at its limit of ${compared.limit} pairs.`}
      </p>
      <DifferenceList differences={differences} causes />
    </>
  );
}

/** Where to begin, by the numbers that this library has. */
function Beginning({ entity }: { entity: string | undefined }) {
  const newest = useLibrary().data?.change;
  return (
    <div className="empty">
      <p>Say since when: a change number, or a day.</p>
      {newest !== undefined && newest > 1 && (
        <p>
          <Link href={diffPlace({ from: String(newest - 1), entity, kind: [] })}>
            What did the last change do?
          </Link>
        </p>
      )}
      <p>
        <Link href="/changes">All changes, newest first</Link>
      </p>
    </div>
  );
}

function Between({ query, name }: { query: DiffQuery; name: (id: string | undefined) => string }) {
  const [, go] = useLocation();
  const [draft, setDraft] = useState({ from: query.from ?? '', to: query.to ?? '' });
  const [entity, setEntity] = useState(query.entity);
  const wrong = (text: string) => text.trim() !== '' && readMomentOf(text.trim()) === undefined;
  const toggled = (kind: string) =>
    query.kind.includes(kind) ? query.kind.filter((one) => one !== kind) : [...query.kind, kind];
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    const from = readMomentOf(draft.from.trim());
    if (from && !wrong(draft.to))
      go(diffPlace({ ...query, from, to: readMomentOf(draft.to.trim()), entity }));
  };
  return (
    <form className="path-form" onSubmit={submit} aria-label="Between when">
      <div className="path-ends">
        {(['from', 'to'] as const).map((end) => (
          <label key={end} className="field">
            <span>{end === 'from' ? 'Since' : 'Until'}</span>
            <input
              value={draft[end]}
              placeholder={end === 'from' ? '12, or 2026-03-01' : 'now'}
              maxLength={12}
              aria-invalid={wrong(draft[end])}
              onChange={(event) => setDraft({ ...draft, [end]: event.target.value })}
            />
            {wrong(draft[end]) && (
              <span className="field-problem" role="alert">
                Write a change number such as 12, or a day such as 2026-03-01.
              </span>
            )}
          </label>
        ))}
        <EntityField
          label="Only at"
          placeholder="everywhere"
          initial={name(query.entity)}
          onChoose={(one) => setEntity(one?.id)}
        />
        <button type="submit" className="primary">
          Show what changed
        </button>
      </div>
      <fieldset className="ticks">
        <legend>Only what</legend>
        {differenceKinds.map((kind) => (
          <label key={kind}>
            <input
              type="checkbox"
              checked={query.kind.includes(kind)}
              onChange={() => go(diffPlace({ ...query, kind: toggled(kind) }))}
            />
            <span>{differenceLabel(kind)}</span>
          </label>
        ))}
      </fieldset>
    </form>
  );
}
