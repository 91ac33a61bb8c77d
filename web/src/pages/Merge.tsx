import { useState, type ReactNode } from 'react';
import { Link, useLocation, useSearch as useAddress } from 'wouter';
import { ApiProblem } from '../api/client';
import { claimsShown, movedClaims, useClaimsAbout, useMending, type MovedClaim } from '../api/mending';
import { useEntity } from '../api/queries';
import type { Entity, Named } from '../api/types';
import { ConfirmPublishing } from '../parts/ConfirmPublishing';
import { EntityField } from '../parts/EntityField';
import { NewEntity } from '../parts/NewRecord';
import { Title, usePageTitle } from '../parts/page';
import { NeedsRole } from '../parts/SignedIn';
import { Problem, Skeleton } from '../parts/states';
import { Undo } from '../parts/Undo';
import { shorten } from '../state/claim';
import { mergePlace, readMending, referrersIn, type Mending } from '../state/merging';
import { entityPlace, insightPlace, recordPlace } from '../state/places';
import { plural, readableSlug } from '../state/sentence';

/** Where curators merge two things that are one, split one that is two, and retract one that should not be. */
export default function MergePage() {
  usePageTitle('Merge, split, retract');
  return (
    <div className="merge-page">
      <Title>Merge, split, retract</Title>
      <NeedsRole least="curator" what="Merging things">
        <MendThing />
      </NeedsRole>
    </div>
  );
}

/** What was done last, with the change that takes it back. */
interface Done {
  said: string;
  change: number;
}

function MendThing() {
  const mending = readMending(useAddress());
  const [, go] = useLocation();
  const [done, setDone] = useState<Done>();
  const choose = (part: keyof Mending) => (one: Named | undefined) =>
    go(mergePlace({ ...mending, [part]: one?.id }), { replace: true });
  const finished = (what: Done) => {
    setDone(what);
    go(mergePlace({}), { replace: true });
  };
  const { thing, into } = mending;
  return (
    <>
      <p role="status" className="said">
        {done?.said}
      </p>
      {done && <Undo key={done.change} n={done.change} run={done.change} several={false} />}
      <div className="two-sides">
        <Side key={`thing ${thing ?? ''}`} label="The thing" id={thing} onChoose={choose('thing')} />
        <Side key={`into ${into ?? ''}`} label="The other thing" id={into} onChoose={choose('into')} />
      </div>
      {thing === undefined && (
        <section className="empty">
          <p>
            Choose a thing first. When two things are one, merge them: the address of the first leads to the
            other from then on, and no claim is rewritten. When one thing is two, move some of its claims to
            the other. What nothing refers to can be retracted.
          </p>
          <p>
            Things that may be one are listed at <Link href="/to-do">To do</Link>.
          </p>
        </section>
      )}
      {thing !== undefined && (
        <Ways key={`${thing} ${into ?? ''}`} thing={thing} into={into} onDone={finished} />
      )}
    </>
  );
}

interface SideProps {
  label: string;
  id: string | undefined;
  onChoose: (one: Named | undefined) => void;
}

/** One of the two things, with what the library has of it. */
function Side({ label, id, onChoose }: SideProps) {
  const [asked, setAsked] = useState<string>();
  return (
    <section className="merge-side" aria-label={label}>
      <EntityField
        label={label}
        initial={id === undefined ? '' : readableSlug(id)}
        placeholder="begin its name"
        onChoose={onChoose}
        onNew={setAsked}
      />
      {id !== undefined && <Has id={id} />}
      {asked !== undefined && (
        <NewEntity typed={asked} source={undefined} onDone={onChoose} onCancel={() => setAsked(undefined)} />
      )}
    </section>
  );
}

function Has({ id }: { id: string }) {
  const { data, error } = useEntity(id);
  const claims = useClaimsAbout(id).data;
  if (error) return <Problem error={error} />;
  if (!data) return <Skeleton lines={3} />;
  return (
    <>
      <h2>
        <Link href={entityPlace(data.id)}>{data.label}</Link> <span className="mark">{data.kind}</span>
      </h2>
      {data.definition && <p>{data.definition}</p>}
      <p className="fine">
        {claims && plural(claims.total, 'claim')}, {plural(data.facts.length, 'reference record')},{' '}
        {plural(data.framings.length, 'meaning')}
        {data.aliases.length > 0 && `, also called ${data.aliases.join(', ')}`}
      </p>
    </>
  );
}

interface WaysProps {
  thing: string;
  into: string | undefined;
  onDone: (done: Done) => void;
}

function Ways({ thing, into, onDone }: WaysProps) {
  const first = useEntity(thing).data;
  const other = useEntity(into ?? thing).data;
  if (!first) return null;
  const target = into !== undefined && into !== thing ? other : undefined;
  return (
    <>
      {into === thing && <p className="form-problem">Choose two different things.</p>}
      {target && <MergeInto thing={first} into={target} onDone={onDone} />}
      <Split thing={first} into={target} onDone={onDone} />
      <Retract thing={first} onDone={onDone} />
    </>
  );
}

interface WayProps {
  thing: Entity;
  onDone: (done: Done) => void;
}

function Section({ title, children }: { title: string; children: ReactNode }) {
  const id = title.replaceAll(/\W+/g, '-').toLowerCase();
  return (
    <section aria-labelledby={id} className="way">
      <h2 id={id}>{title}</h2>
      {children}
    </section>
  );
}

function MergeInto({ thing, into, onDone }: WayProps & { into: Entity }) {
  const claims = useClaimsAbout(thing.id).data;
  const { merge } = useMending();
  const said = `“${thing.label}” is merged into “${into.label}”.`;
  return (
    <Section title={`Merge “${thing.label}” into “${into.label}”`}>
      <p>
        {claims ? plural(claims.total, 'claim') : 'The claims'} of “{thing.label}” will read as about “
        {into.label}”, its address will lead there, and its name will find it. Undo splits them again.
      </p>
      {thing.kind !== into.kind && (
        <p className="form-problem">
          One is a {thing.kind}, the other a {into.kind}: look twice whether they are one.
        </p>
      )}
      <p className="buttons">
        <button
          type="button"
          className="primary"
          aria-disabled={merge.isPending}
          onClick={() =>
            merge.mutate({ thing, into: into.id }, { onSuccess: ({ change }) => onDone({ said, change }) })
          }
        >
          Merge them
        </button>
      </p>
      {merge.error && <Problem error={merge.error} />}
    </Section>
  );
}

function Split({ thing, into, onDone }: WayProps & { into: Entity | undefined }) {
  const { data, error } = useClaimsAbout(thing.id);
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [moved, setMoved] = useState<readonly MovedClaim[]>();
  const [failed, setFailed] = useState<Error>();
  const { move } = useMending();
  const count = plural(chosen.length, 'claim');
  const toggle = (id: string) =>
    setChosen(chosen.includes(id) ? chosen.filter((one) => one !== id) : [...chosen, id]);
  const prepare = () => {
    if (into && chosen.length > 0) movedClaims(chosen, thing.id, into.id).then(setMoved, setFailed);
  };
  const publish = () =>
    move.mutate(moved ?? [], {
      onSuccess: ({ change }) =>
        onDone({ said: `${count} moved from “${thing.label}” to “${into?.label ?? ''}”.`, change }),
    });
  return (
    <Section title={`Move claims of “${thing.label}” to another thing`}>
      {error && <Problem error={error} />}
      {data?.hits.length === 0 && <p className="fine">No claim speaks of it.</p>}
      <ul className="plain">
        {data?.hits.map(({ id, label }) => (
          <li key={id} className="check-line">
            <input
              type="checkbox"
              checked={chosen.includes(id)}
              aria-label={`Move: ${shorten(label, 120)}`}
              onChange={() => toggle(id)}
            />
            <Link href={insightPlace(id)}>{shorten(label, 160)}</Link>
          </li>
        ))}
      </ul>
      {data && data.total > claimsShown && (
        <p className="fine">
          These are the first {claimsShown} of {data.total}; move them, then the next are shown.
        </p>
      )}
      {data && data.hits.length > 0 && (
        <p className="buttons">
          <button type="button" aria-disabled={!into || chosen.length === 0} onClick={prepare}>
            {into ? `Move ${count} to “${into.label}”` : 'Choose the other thing above'}
          </button>
        </p>
      )}
      {failed && <Problem error={failed} />}
      {moved && (
        <ConfirmPublishing
          title={`Move ${count}`}
          asked={{ records: moved.map(({ record }) => record) }}
          busy={move.isPending}
          error={move.error}
          onPublish={publish}
          onCancel={() => setMoved(undefined)}
        />
      )}
    </Section>
  );
}

function Retract({ thing, onDone }: WayProps) {
  const { retract } = useMending();
  const refused = retract.error;
  const referrers =
    refused instanceof ApiProblem ? referrersIn(refused.problems.map(({ message }) => message)) : [];
  return (
    <Section title={`Retract “${thing.label}”`}>
      <p className="fine">
        Only what nothing refers to can go. Its address then says that it was retracted, and its history
        stays.
      </p>
      <p className="buttons">
        <button
          type="button"
          aria-disabled={retract.isPending}
          onClick={() =>
            retract.mutate(thing, {
              onSuccess: ({ change }) => onDone({ said: `“${thing.label}” is retracted.`, change }),
            })
          }
        >
          Retract it
        </button>
      </p>
      {refused && referrers.length === 0 && <Problem error={refused} />}
      {referrers.length > 0 && (
        <div className="form-problem" role="alert">
          <p>It is still referred to. Move or retract these first:</p>
          <ul>
            {referrers.map(({ type, id }) => (
              <li key={`${type} ${id}`}>
                <Link href={recordPlace(type, id)}>{readableSlug(id)}</Link>{' '}
                <span className="mark">{type}</span>
              </li>
            ))}
          </ul>
        </div>
      )}
    </Section>
  );
}
