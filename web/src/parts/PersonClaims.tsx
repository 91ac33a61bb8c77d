import { Link, useLocation, useSearch as useAddress } from 'wouter';
import { useCall } from '../api/pathQueries';
import type { Position, Positions } from '../api/types';
import { dateText } from '../state/moment';
import { positionsCall } from '../state/positions';
import { claimsByPart, parts, personPlace, readPerson, topicPlace, type Part } from '../state/reading';
import { plural } from '../state/sentence';
import { ClaimCard } from './ClaimCard';
import { Problem, Skeleton } from './states';

const most = 40;

/** What a person believes and says: by topic, one topic over time, and told apart what is said from what is believed. */
export function PersonClaims({ id, label }: { id: string; label: string }) {
  const { about, part } = readPerson(useAddress());
  const [, go] = useLocation();
  const { data, error, refetch } = useCall<Positions>(positionsCall(id));
  if (error) return <Problem error={error} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton lines={6} label="Loading claims" />;
  if (data.held.length === 0) return null;
  const group = data.held.find(({ topic }) => topic?.id === about);
  const byPart = claimsByPart(group ? [group] : data.held, id);
  const shown = part ? byPart[part] : Object.values(byPart).flat();
  const choose = (chosen: { about?: string; part?: Part }) => go(personPlace(id, chosen), { replace: true });
  const topic = about === undefined ? {} : { about };
  return (
    <section className="person-claims">
      <h2>What {label} believes and says</h2>
      <Topics groups={data.held} about={about} place={(one) => personPlace(id, one ? { about: one } : {})} />
      <p className="buttons" role="group" aria-label="Said or believed">
        <button type="button" aria-pressed={part === undefined} onClick={() => choose(topic)}>
          all
        </button>
        {(Object.keys(parts) as Part[]).map((each) => (
          <button
            key={each}
            type="button"
            aria-pressed={part === each}
            disabled={byPart[each].length === 0}
            onClick={() => choose({ ...topic, part: each })}
          >
            {parts[each]} <span className="count">{byPart[each].length}</span>
          </button>
        ))}
      </p>
      <p className="fine" role="status">
        {plural(shown.length, 'claim')}
        {group?.topic && (
          <>
            {' on '}
            <Link href={topicPlace(group.topic.id)}>{group.topic.label}</Link>
          </>
        )}
        , oldest first.
      </p>
      <ol className="plain dated-claims">
        {shown.slice(0, most).map((claim) => (
          <li key={claim.id}>
            <p className="dated-day">{claim.date ? dateText(claim.date) : 'no date'}</p>
            <ClaimCard claim={{ ...claim, kind: 'insight', text: claim.text ?? claim.id }} />
          </li>
        ))}
      </ol>
      {shown.length > most && <p className="fine">The first {most}; choose a topic to see the others.</p>}
      {data.total.held > data.limit && (
        <p className="fine">The newest {data.limit.toLocaleString('en')} claims are read.</p>
      )}
    </section>
  );
}

interface TopicsProps {
  groups: readonly Position[];
  about: string | undefined;
  place: (topic: string | undefined) => string;
}

function Topics({ groups, about, place }: TopicsProps) {
  const named = groups.flatMap(({ topic, claims }) => (topic ? [{ topic, count: claims.length }] : []));
  return (
    <nav aria-label="By topic">
      <ul className="plain topic-list">
        <li>
          <Link href={place(undefined)} aria-current={about === undefined ? 'true' : undefined}>
            every topic
          </Link>
        </li>
        {named.map(({ topic, count }) => (
          <li key={topic.id}>
            <Link href={place(topic.id)} aria-current={about === topic.id ? 'true' : undefined}>
              {topic.label} <span className="count">{count}</span>
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
