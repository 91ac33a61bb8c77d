import { Link, useLocation, useSearch as useAddress } from 'wouter';
import { useCall, useNames } from '../api/pathQueries';
import type { ComparedRow, Edge, Positions, SideBySide } from '../api/types';
import { AsOf } from '../parts/AsOf';
import { Behind } from '../parts/Behind';
import { ClaimCard } from '../parts/ClaimCard';
import { EdgeItem } from '../parts/EdgeItem';
import { EdgeEvidence } from '../parts/EdgeRow';
import { EntityListField } from '../parts/EntityField';
import { ExploreThese } from '../parts/ExploreThese';
import { Fold } from '../parts/Fold';
import { LensBar } from '../parts/LensBar';
import { Title, usePageTitle } from '../parts/page';
import { ContestedMark, SignMark, Support } from '../parts/signs';
import { Problem, Skeleton } from '../parts/states';
import { eachThingNote } from '../state/behind';
import { edgeKey } from '../state/edges';
import type { Lens } from '../state/lens';
import { entityPlace } from '../state/places';
import { positionsCall } from '../state/positions';
import { topicPlace } from '../state/reading';
import { plural } from '../state/sentence';
import {
  comparedIds,
  readSideBySide,
  sharedTopics,
  sideBySideCall,
  sideBySidePlace,
  type SideBySideQuery,
} from '../state/sideBySide';

/** Several nations, strategies or other things side by side: what they share, where they oppose each other, what is of one only. */
export default function ComparePage() {
  const query = readSideBySide(useAddress());
  const [, go] = useLocation();
  const call = sideBySideCall(query);
  const { data, error, refetch, isPending } = useCall<SideBySide>(call);
  const name = useNames(query.entities);
  const names = query.entities.map(name);
  usePageTitle(names.length > 1 ? names.join(' / ') : 'Compare');
  const change = (part: Partial<SideBySideQuery>) => go(sideBySidePlace({ ...query, ...part }));
  return (
    <div className="compare-page">
      <header>
        <Title>{names.length > 1 ? names.join(' and ') : 'Compare'}</Title>
        <p className="lede">Side by side, by what is claimed of them. Every line opens to its claims.</p>
      </header>
      <div className="path-form">
        <EntityListField
          label="Compared"
          placeholder="Add a nation, a strategy, anything"
          chosen={query.entities.map((id) => ({ id, label: name(id), kind: '' }))}
          onChange={(chosen) => change({ entities: chosen.map(({ id }) => id) })}
        />
        <label className="check">
          <input
            type="checkbox"
            checked={query.facts}
            onChange={(event) => change({ facts: event.target.checked })}
          />{' '}
          Reference records too
        </label>
      </div>
      <LensBar lens={query.lens} onChange={(lens) => change({ lens })} />
      <AsOf
        asOf={query.lens.asOf}
        today={sideBySidePlace({ ...query, lens: { ...query.lens, asOf: undefined } })}
      />
      {error && <Problem error={error} onRetry={() => void refetch()} />}
      {call && isPending && <Skeleton lines={8} label="Comparing" />}
      {!call && <Suggested />}
      {data && <Compared answer={data} lens={query.lens} />}
      {query.entities.length > 1 && <OnTheSame query={query} name={name} />}
      {data && <Behind query={{ ...data.behind, note: eachThingNote }} />}
    </div>
  );
}

function Suggested() {
  const pairs = [
    { label: 'United States and China', entities: ['united-states', 'china'] },
    { label: 'Compute and AI sovereignty', entities: ['compute', 'sovereignty'] },
  ];
  return (
    <section className="empty">
      <p>Name two things or more, six at most. For example:</p>
      <ul>
        {pairs.map(({ label, entities }) => (
          <li key={label}>
            <Link href={sideBySidePlace({ entities, facts: true, lens: { claimType: [], without: [] } })}>
              {label}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Compared({ answer, lens }: { answer: SideBySide; lens: Lens }) {
  const { shared, opposite, between, only, counts } = answer;
  return (
    <>
      <p role="status" className="compare-sum">
        {plural(counts.shared, 'connection')} shared · {counts.opposite} opposite · {counts.between} between
        them · {only.map(({ entity, count }) => `${count} of ${entity.label} only`).join(' · ')}
      </p>
      <ExploreThese ids={comparedIds(answer)} lens={lens} />
      <Rows
        id="opposite"
        title="Opposite: one raises what the other lowers"
        rows={opposite}
        total={counts.opposite}
      />
      {between.length > 0 && (
        <section id="between">
          <h2>Between them</h2>
          <ul className="plain">
            {between.map((edge) => (
              <EdgeItem key={edgeKey(edge)} edge={edge} />
            ))}
          </ul>
          <Cut shown={between.length} total={counts.between} />
        </section>
      )}
      <Rows
        id="shared"
        title="Shared: the same connection to the same thing"
        rows={shared}
        total={counts.shared}
      />
      <section id="only">
        <h2>Of one only</h2>
        <div className="compare-sides">
          {only.map(({ entity, edges, count, total, read }) => (
            <section key={entity.id}>
              <h3>
                <Link href={entityPlace(entity.id)}>{entity.label}</Link>{' '}
                <span className="count">{plural(count, 'connection')}</span>
              </h3>
              {edges.length === 0 && <p className="unknown">Nothing that the others have not.</p>}
              <ul className="plain">
                {edges.map((edge) => (
                  <EdgeItem key={edgeKey(edge)} edge={edge} />
                ))}
              </ul>
              <Cut shown={edges.length} total={count} />
              {read < total && (
                <p className="fine">
                  The {read} connections with most voices of {total} are compared.
                </p>
              )}
            </section>
          ))}
        </div>
      </section>
    </>
  );
}

const Cut = ({ shown, total }: { shown: number; total: number }) =>
  shown < total ? (
    <p className="fine">
      The first {shown} of {total}.
    </p>
  ) : null;

function Rows({
  id,
  title,
  rows,
  total,
}: {
  id: string;
  title: string;
  rows: readonly ComparedRow[];
  total: number;
}) {
  if (rows.length === 0) return null;
  return (
    <section id={id}>
      <h2>{title}</h2>
      <ul className="plain compare-rows">
        {rows.map(({ other, sides }, index) => (
          <li key={`${other.id} ${index}`}>
            <h3>
              <Link href={entityPlace(other.id)}>{other.label}</Link>
            </h3>
            <div className="compare-sides">
              {sides.map(({ entity, edges }) => (
                <div key={entity.id}>
                  {edges.map((edge) => (
                    <SideEdge key={edgeKey(edge)} edge={edge} />
                  ))}
                </div>
              ))}
            </div>
          </li>
        ))}
      </ul>
      <Cut shown={rows.length} total={total} />
    </section>
  );
}

function SideEdge({ edge }: { edge: Edge }) {
  return (
    <div className="side-edge">
      <p>
        {edge.subject.label} <SignMark sign={edge.sign} />{' '}
        <span className="step-relation">{edge.relation.label}</span> {edge.object.label}{' '}
        {edge.contested && <ContestedMark contestedBy={edge.contestedBy} />}
      </p>
      <Fold
        title={
          <>
            <Support edge={edge} />{' '}
            <span className="unseen">
              behind {edge.subject.label} {edge.relation.label} {edge.object.label}
            </span>
          </>
        }
      >
        {() => <EdgeEvidence edge={edge} />}
      </Fold>
    </div>
  );
}

/** What the first three hold on the same topics. */
function OnTheSame({ query, name }: { query: SideBySideQuery; name: (id: string) => string }) {
  const [a, b, c] = query.entities;
  const one = useCall<Positions>(a ? positionsCall(a) : undefined).data;
  const two = useCall<Positions>(b ? positionsCall(b) : undefined).data;
  const three = useCall<Positions>(c ? positionsCall(c) : undefined).data;
  const answers = [one, two, ...(c ? [three] : [])];
  if (answers.some((answer) => answer === undefined)) return null;
  const topics = sharedTopics(answers.flatMap((answer) => (answer ? [answer.held] : [])));
  return (
    <section id="held">
      <h2>What each holds on the same topic</h2>
      {topics.length === 0 && <p className="unknown">No topic on which each of them holds a claim.</p>}
      {topics.map(({ topic, claims }) => (
        <section key={topic.id}>
          <h3>
            <Link href={topicPlace(topic.id)}>{topic.label}</Link>
          </h3>
          <div className="compare-sides">
            {claims.map((some, index) => (
              <div key={index}>
                <h4>{name(query.entities[index] ?? '')}</h4>
                {some.slice(-5).map((claim) => (
                  <ClaimCard
                    key={claim.id}
                    compact
                    claim={{ ...claim, kind: 'insight', text: claim.text ?? claim.id }}
                  />
                ))}
                {some.length > 5 && (
                  <p className="fine">
                    The latest 5 of {some.length};{' '}
                    <Link href={`${entityPlace(query.entities[index] ?? '')}#positions`}>all of them</Link>
                  </p>
                )}
              </div>
            ))}
          </div>
        </section>
      ))}
    </section>
  );
}
