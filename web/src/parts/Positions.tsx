import { Link } from 'wouter';
import { useCall } from '../api/pathQueries';
import type { Position, Positions as Answer } from '../api/types';
import { positionsCall, positionTally } from '../state/positions';
import { eachClaimNote } from '../state/behind';
import { lensCount, type Lens } from '../state/lens';
import { dateText } from '../state/moment';
import { entityPlace, insightPlace } from '../state/places';
import { plural } from '../state/sentence';
import { Behind } from './Behind';
import { Fold } from './Fold';
import { Problem, Skeleton } from './states';

/** Who holds what about a thing over time, and what it holds itself. */
export function Positions({ id, label, lens }: { id: string; label: string; lens: Lens }) {
  const call = positionsCall(id, lens);
  const { data, error, refetch } = useCall<Answer>(call);
  if (error) return <Problem error={error} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton lines={5} label="Loading positions" />;
  if (data.held.length + data.about.length === 0)
    return (
      <p className="unknown">
        {lensCount(lens) > 0
          ? `Through this view nobody holds a claim about ${label}.`
          : `Nobody is known to hold a claim about ${label}.`}
      </p>
    );
  return (
    <>
      {lens.asOf !== undefined && <p className="fine">As of today, not of the day chosen above.</p>}
      {data.about.length > 0 && <Groups title={`Of ${label}, by who believes it`} groups={data.about} />}
      {data.held.length > 0 && <Groups title={`What ${label} holds itself, by topic`} groups={data.held} />}
      {Math.max(data.total.held, data.total.about) > data.limit && (
        <p className="fine">The newest {data.limit.toLocaleString('en')} claims are read.</p>
      )}
      <Behind query={{ ...data.behind, note: eachClaimNote }} />
    </>
  );
}

function Groups({ title, groups }: { title: string; groups: readonly Position[] }) {
  return (
    <section>
      <h3>{title}</h3>
      {groups.map((group) => {
        const by = group.holder ?? group.topic;
        return (
          <Fold key={by?.id ?? ''} title={<GroupTitle group={group} />}>
            {() => (
              <>
                {by && (
                  <p className="fine">
                    <Link href={entityPlace(by.id)}>All about {by.label}</Link>
                  </p>
                )}
                <ol className="plain dated">
                  {group.claims.map((claim) => (
                    <li key={claim.id}>
                      <span className="dated-day">{claim.date ? dateText(claim.date) : 'no date'}</span>{' '}
                      <Link href={insightPlace(claim.id)}>{claim.text ?? claim.id}</Link>{' '}
                      <span className="fine">{claim.source.label}</span>
                    </li>
                  ))}
                </ol>
              </>
            )}
          </Fold>
        );
      })}
    </section>
  );
}

function GroupTitle({ group }: { group: Position }) {
  const by = group.holder?.label ?? group.topic?.label ?? 'nobody named';
  return (
    <>
      {by}{' '}
      <span className="count">
        {plural(group.claims.length, 'claim')}
        {positionTally(group)}
      </span>
    </>
  );
}
