import { Link, useLocation, useSearch as useAddress } from 'wouter';
import { useCall, useNames } from '../api/pathQueries';
import type { Framings as Answer, Lane, Path } from '../api/types';
import { AsOf } from '../parts/AsOf';
import { Behind } from '../parts/Behind';
import { ClaimCard } from '../parts/ClaimCard';
import { ExploreThese } from '../parts/ExploreThese';
import { Fold } from '../parts/Fold';
import { LensBar } from '../parts/LensBar';
import { Title, usePageTitle } from '../parts/page';
import { ReadPath } from '../parts/ReadPath';
import { Problem, Skeleton } from '../parts/states';
import { eachPathNote } from '../state/behind';
import { framingsCall, framingsQueryPlace, readFramings, type FramingsQuery } from '../state/framings';
import type { Lens } from '../state/lens';
import { passedBy } from '../state/listed';
import { entityPlace } from '../state/places';
import { plural } from '../state/sentence';

/** What is meant by a word: one lane for each meaning, with who uses it so, their claims, and the paths that pass it. */
export default function FramingsPage({ id }: { id: string }) {
  const query = readFramings(id, useAddress());
  const [, go] = useLocation();
  const { data, error, refetch } = useCall<Answer>(framingsCall(query));
  const name = useNames([query.from, query.to]);
  usePageTitle(data ? `What is meant by ${data.entity.label}` : error?.message);
  if (error) return <Problem error={error} level={1} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton lines={9} label="Loading" />;
  return (
    <div className="framings-page">
      <header>
        <Title>What is meant by “{data.entity.label}”</Title>
        <p className="lede">
          {data.lanes.some(({ framing }) => framing)
            ? 'One lane for each meaning.'
            : 'No claim says what it means by the word yet, so all stand in one lane.'}{' '}
          <Link href={entityPlace(data.entity.id)}>All about it</Link>
        </p>
        {query.from && query.to && (
          <p>
            Only paths from {name(query.from)} to {name(query.to)} –{' '}
            <Link href={framingsQueryPlace({ ...query, from: undefined, to: undefined })}>every path</Link>
          </p>
        )}
      </header>
      <LensBar
        lens={query.lens}
        voices={false}
        onChange={(lens) => go(framingsQueryPlace({ ...query, lens }))}
      />
      <AsOf
        asOf={query.lens.asOf}
        today={framingsQueryPlace({ ...query, lens: { ...query.lens, asOf: undefined } })}
      />
      <Lanes answer={data} query={query} />
      <Behind query={{ ...data.behind, note: eachPathNote }} />
    </div>
  );
}

function Lanes({ answer, query }: { answer: Answer; query: FramingsQuery }) {
  if (answer.lanes.length === 0)
    return <p className="unknown">No claim of this view says what it means by the word.</p>;
  return (
    <>
      <ExploreThese
        ids={[
          answer.entity.id,
          ...passedBy(answer.lanes.flatMap(({ paths, shifting }) => [...paths, ...shifting])),
        ]}
        lens={query.lens}
      />
      {answer.claimsCut && <p className="fine">There are more claims than could be read.</p>}
      <div className="lanes">
        {answer.lanes.map((lane) => (
          <LaneOf key={lane.framing?.id ?? ''} lane={lane} lens={query.lens} />
        ))}
      </div>
    </>
  );
}

function LaneOf({ lane, lens }: { lane: Lane; lens: Lens }) {
  const { framing, holders, claims, claimsTotal, paths, shifting } = lane;
  return (
    <section className="lane">
      <h2>{framing?.label ?? 'No meaning stated'}</h2>
      {framing && <p className="fine">{framing.definition}</p>}
      <h3>Who uses it so</h3>
      {holders.length === 0 && <p className="unknown">Nobody is named.</p>}
      <ul className="plain">
        {holders.map(({ id, label, claims: count }) => (
          <li key={id}>
            <Link href={entityPlace(id)}>{label}</Link>{' '}
            <span className="count">{plural(count, 'claim')}</span>
          </li>
        ))}
      </ul>
      <PathsOf title="Paths in this meaning" paths={paths} lens={lens} />
      <PathsOf title="Paths that change it half-way" paths={shifting} lens={lens} />
      <Fold
        title={`${plural(claimsTotal, 'claim')}${claims.length < claimsTotal ? `, the first ${claims.length}` : ''}`}
      >
        {() => claims.map((claim) => <ClaimCard key={claim.id} claim={{ kind: 'insight', ...claim }} />)}
      </Fold>
    </section>
  );
}

function PathsOf({ title, paths, lens }: { title: string; paths: readonly Path[]; lens: Lens }) {
  if (paths.length === 0) return null;
  return (
    <>
      <h3>{title}</h3>
      {paths.map((path) => (
        <ReadPath key={path.text} path={path} lens={lens} />
      ))}
    </>
  );
}
