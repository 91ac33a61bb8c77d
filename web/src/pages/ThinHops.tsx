import { Link, useLocation, useSearch as useAddress } from 'wouter';
import { useCall, useNames } from '../api/pathQueries';
import { useRelations } from '../api/queries';
import type { Edge, ThinHop, ThinHops as Answer } from '../api/types';
import { BehindCall } from '../parts/Behind';
import { ClaimCard } from '../parts/ClaimCard';
import { EntityField } from '../parts/EntityField';
import { ExploreThese } from '../parts/ExploreThese';
import { Title, usePageTitle } from '../parts/page';
import { SignMark } from '../parts/signs';
import { Problem, Skeleton } from '../parts/states';
import { Term } from '../parts/Term';
import { eachPathNote } from '../state/behind';
import { entityPlace, pathsPlace, sourcePlace } from '../state/places';
import { plural } from '../state/sentence';
import { crossingsText, thinHopsCall, thinHopsPlace } from '../state/thinHops';

/** Steps of influence that rest on one voice, those that most chains cross first. */
export default function ThinHopsPage() {
  const entity = new URLSearchParams(useAddress()).get('entity') ?? undefined;
  const [, go] = useLocation();
  const { data, error, refetch } = useCall<Answer>(thinHopsCall(entity));
  const name = useNames([entity]);
  usePageTitle('Steps that rest on one voice');
  return (
    <div className="thin-page">
      <header>
        <Title>Steps that rest on one voice</Title>
        <p className="lede">
          Many chains cross these <Term id="thinHop">thin steps</Term>; a second voice here is worth most.
        </p>
      </header>
      <EntityField
        key={`at ${name(entity)}`}
        label="Only at"
        placeholder="everywhere"
        initial={name(entity)}
        onChoose={(one) => go(thinHopsPlace(one?.id))}
      />
      {error && <Problem error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Skeleton lines={8} label="Looking for thin steps" />}
      {data?.hops.length === 0 && (
        <p className="unknown">No step {entity ? `at ${name(entity)} ` : ''}rests on one voice alone.</p>
      )}
      {data && <ExploreThese ids={data.hops.flatMap(({ from, to }) => [from.id, to.id])} />}
      <ol className="plain thin-hops">
        {data?.hops.map((hop) => (
          <li key={`${hop.from.id} ${hop.to.id}`}>
            <Hop hop={hop} />
          </li>
        ))}
      </ol>
      {data && <BehindCall call={thinHopsCall(entity)} note={eachPathNote} />}
    </div>
  );
}

function Hop({ hop }: { hop: ThinHop }) {
  const { from, to, edges, claims, unscanned } = hop;
  const relations = useRelations();
  // Read along the influence: a relation whose influence runs the other way is told by its other name.
  const told = ({ subject, relation }: Edge) =>
    subject.id === from.id ? relation.label : (relations.get(relation.id)?.inverseLabel ?? relation.label);
  return (
    <article aria-label={`${from.label} to ${to.label}`}>
      <h2>
        <Link href={entityPlace(from.id)}>{from.label}</Link>{' '}
        {edges.map((edge, index) => (
          <span key={edge.relation.id}>
            {index > 0 && ', '}
            <SignMark sign={edge.sign} /> <span className="step-relation">{told(edge)}</span>
          </span>
        ))}{' '}
        <Link href={entityPlace(to.id)}>{to.label}</Link>
      </h2>
      <p className="fine">
        {crossingsText(hop)}{' '}
        <Link href={pathsPlace({ from: from.id, to: to.id })}>Paths between the two</Link>
      </p>
      <div className="cards">
        {claims.map((claim) => (
          <ClaimCard key={claim.id} claim={{ kind: 'insight', ...claim }} />
        ))}
      </div>
      {unscanned.length > 0 && (
        <p className="fine">
          {plural(unscanned.length, 'episode')} not read yet {unscanned.length === 1 ? 'names' : 'name'} both:{' '}
          <span className="link-list">
            {unscanned.map(({ id, label }) => (
              <Link key={id} href={sourcePlace(id)}>
                {label}
              </Link>
            ))}
          </span>
        </p>
      )}
    </article>
  );
}
