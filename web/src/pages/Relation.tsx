import { useState } from 'react';
import { Link } from 'wouter';
import { useCall } from '../api/pathQueries';
import { useRelations, useRows } from '../api/queries';
import type { EdgesAnswer, RelationType } from '../api/types';
import { Behind } from '../parts/Behind';
import { ClaimsOf } from '../parts/ClaimsOf';
import { EdgeEvidence } from '../parts/EdgeRow';
import { ExploreThese } from '../parts/ExploreThese';
import { FollowButton } from '../parts/FollowButton';
import { Title, usePageTitle } from '../parts/page';
import { SignMark } from '../parts/signs';
import { Problem, Skeleton } from '../parts/states';
import { TermLabel } from '../parts/Term';
import { relationNote } from '../state/behind';
import { edgeCall } from '../state/entityView';
import { noLens } from '../state/lens';
import { entityPlace } from '../state/places';
import type { Rows } from '../state/questions';
import { relationPlace, relationRows, slugOf } from '../state/reading';
import { searchCall } from '../state/searchQuery';
import { capitalize, plural, signWord } from '../state/sentence';

const most = 50;

const classes: Record<RelationType['relationClass'], string> = {
  influence: 'More of one makes more or less of the other, so paths carry signs over it.',
  act: 'Somebody does it; a path carries a sign over it only as its first step.',
  structural: 'How things belong together; it carries no sign.',
  loose: 'Things go together, without saying which way; it carries no sign.',
};

/** One relation: what it means, its inverse and sign, its strongest edges, and the claims that use it. */
export default function RelationPage({ id }: { id: string }) {
  const relations = useRelations();
  const relation = relations.get(id);
  usePageTitle(relation ? `Relation: ${relation.label}` : undefined);
  if (relations.size === 0) return <Skeleton lines={6} label="Loading the relation" />;
  if (!relation)
    return (
      <section className="problem">
        <h1 tabIndex={-1}>There is no such relation</h1>
        <p>
          All of them stand in <Link href="/relations">the list of relations</Link>.
        </p>
      </section>
    );
  return (
    <div className="record relation">
      <header>
        <p className="kind-line">Relation</p>
        <Title>{capitalize(relation.label)}</Title>
        <p className="lede">{relation.definition}</p>
      </header>
      <div className="record-body">
        <div>
          <Strongest id={id} />
          <section>
            <h2>Claims that use it</h2>
            <ClaimsOf query={{ q: '', chosen: { relation: [id] } }} empty="No claim uses it yet." />
          </section>
        </div>
        <aside aria-label="About this relation">
          <About relation={relation} />
          <p>
            <FollowButton follow={`relation:${id}`} label={`claims that use “${relation.label}”`} />
          </p>
        </aside>
      </div>
    </div>
  );
}

function About({ relation }: { relation: RelationType }) {
  const { id, inverseLabel, symmetric, defaultSign, relationClass, runsBackward, example, aliases } =
    relation;
  return (
    <dl className="entries">
      <div className="entry">
        <dt>The other way round</dt>
        <dd>{symmetric ? 'the same both ways' : inverseLabel}</dd>
      </div>
      <div className="entry">
        <dt>
          <TermLabel id="sign" otherwise="Sign" />
        </dt>
        <dd>
          <SignMark sign={defaultSign} /> {signWord(defaultSign)}
        </dd>
      </div>
      <div className="entry">
        <dt>Class</dt>
        <dd>
          {relationClass}
          <span className="aside-note">
            {classes[relationClass]}
            {runsBackward && ' Its influence runs from the second to the first.'}
          </span>
        </dd>
      </div>
      <div className="entry">
        <dt>For example</dt>
        <dd>{example}</dd>
      </div>
      {aliases.length > 0 && (
        <div className="entry">
          <dt>Also written</dt>
          <dd>{aliases.join(' · ')}</dd>
        </div>
      )}
      <div className="entry">
        <dt>In the vocabulary</dt>
        <dd>
          <a href={`/relation/${id}`}>{id}</a> · <Link href="/relations">all relations</Link>
        </dd>
      </div>
    </dl>
  );
}

function Strongest({ id }: { id: string }) {
  const { data, error, refetch } = useRows(relationRows(id, most));
  const rows = data?.results.bindings ?? [];
  const claimsCall = searchCall({ q: '', chosen: { type: ['insight'], relation: [id] } }, { limit: 20 });
  if (error) return <Problem error={error} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton lines={6} label="Loading its connections" />;
  if (rows.length === 0) return <p className="unknown">Nothing in the library is connected by it yet.</p>;
  return (
    <section>
      <h2>Connections by it</h2>
      <ul className="plain">
        {rows.map((row) => (
          <Row key={`${row['subject']?.value} ${row['object']?.value}`} row={row} relation={id} />
        ))}
      </ul>
      <ExploreThese
        ids={rows.flatMap((row) => ['subject', 'object'].map((end) => slugOf(row[end]?.value ?? '')))}
      />
      {rows.length === most && <p className="fine">The {most} with most voices.</p>}
      <Behind query={{ rest: claimsCall, sparql: relationRows(id, most), note: relationNote }} />
    </section>
  );
}

function Row({ row, relation }: { row: Rows['results']['bindings'][number]; relation: string }) {
  const [open, setOpen] = useState(false);
  const text = (name: string) => row[name]?.value ?? '';
  const [subject, object] = [slugOf(text('subject')), slugOf(text('object'))];
  const call = open ? edgeCall(subject, relation, noLens) : undefined;
  const { data, error } = useCall<EdgesAnswer>(call);
  const edge = data?.edges.find(
    (one) => one.subject.id === subject && one.object.id === object && one.relation.id === relation,
  );
  return (
    <li className="edge-row">
      <div className="edge-line">
        <Link href={entityPlace(subject)}>{text('subjectName')}</Link>
        <span aria-hidden="true">→</span>
        <Link href={entityPlace(object)}>{text('objectName')}</Link>
        <button type="button" className="quiet" aria-expanded={open} onClick={() => setOpen(!open)}>
          {plural(Number(text('for')), 'voice')}
          {Number(text('against')) > 0 && `, ${text('against')} against`}
          <span className="unseen">
            {' '}
            behind {text('subjectName')} → {text('objectName')}
          </span>
        </button>
      </div>
      {error && <Problem error={error} />}
      {open && !data && !error && <Skeleton lines={2} />}
      {edge && <EdgeEvidence edge={edge} />}
    </li>
  );
}

/** Every relation, by its class. */
export function Relations() {
  const relations = [...useRelations().values()];
  usePageTitle('Relations');
  const kinds = Object.keys(classes) as RelationType['relationClass'][];
  return (
    <div className="relations">
      <Title>Relations</Title>
      <p className="lede">The kinds of connection that claims may state.</p>
      {kinds.map((kind) => (
        <section key={kind}>
          <h2>{capitalize(kind)}</h2>
          <p className="fine">{classes[kind]}</p>
          <ul className="plain">
            {relations
              .filter(({ relationClass }) => relationClass === kind)
              .map((one) => (
                <li key={one.id}>
                  <SignMark sign={one.defaultSign} /> <Link href={relationPlace(one.id)}>{one.label}</Link>{' '}
                  <span className="fine">{one.definition}</span>
                </li>
              ))}
          </ul>
        </section>
      ))}
    </div>
  );
}
