import { Link } from 'wouter';
import { useConflicts, useEntity, useLibrary, useSearch } from '../api/queries';
import { Behind } from '../parts/Behind';
import { ClaimsOf } from '../parts/ClaimsOf';
import { Disputes } from '../parts/Conflicts';
import { FollowButton } from '../parts/FollowButton';
import { Title, usePageTitle } from '../parts/page';
import { Problem, Skeleton } from '../parts/states';
import { conflictsPlace } from '../state/conflicts';
import { entityPlace } from '../state/places';
import { personPlace, topicRows } from '../state/reading';
import { searchCall, searchPlace } from '../state/searchQuery';
import { plural } from '../state/sentence';

/** What is filed under a topic: who holds it, what is in dispute, the claims. */
export default function TopicPage({ id }: { id: string }) {
  const { data: topic, error, refetch } = useEntity(id);
  usePageTitle(topic ? `Topic: ${topic.label}` : error?.message);
  if (error) return <Problem error={error} level={1} onRetry={() => void refetch()} />;
  if (!topic) return <Skeleton lines={8} label="Loading the topic" />;
  return (
    <div className="record topic">
      <header>
        <p className="kind-line">Topic</p>
        <Title>{topic.label}</Title>
        {topic.definition && <p className="lede">{topic.definition}</p>}
      </header>
      <div className="record-body">
        <div>
          <Contested id={id} label={topic.label} />
          <section id="claims">
            <h2>Filed under it</h2>
            <ClaimsOf
              query={{ q: '', chosen: { topic: [id] } }}
              limit={12}
              empty="No claim is filed under it."
            />
            <ClaimsBehind id={id} />
          </section>
        </div>
        <aside aria-label="About this topic">
          <Holders id={id} />
          <p>
            <Link href={entityPlace(id)}>{topic.label} as a thing: what it is linked to</Link>
          </p>
          <p>
            <FollowButton follow={`topic:${id}`} label={`the topic ${topic.label}`} />
          </p>
        </aside>
      </div>
    </div>
  );
}

/** The queries that give the claims filed under it. */
function ClaimsBehind({ id }: { id: string }) {
  const base = useLibrary().data?.base;
  const rest = searchCall({ q: '', chosen: { type: ['insight'], topic: [id] } }, { limit: 12 });
  return <Behind query={base === undefined ? undefined : { rest, sparql: topicRows(base, id) }} />;
}

/** Who holds claims filed under it, most first; each leads to theirs. */
function Holders({ id }: { id: string }) {
  const answer = useSearch({ q: '', chosen: { type: ['insight'], topic: [id] } }, 1).data?.pages[0];
  const holders = answer?.facets['holder'] ?? [];
  if (!answer || holders.length === 0) return null;
  return (
    <section>
      <h2>Believed by</h2>
      <p className="counts">
        <a href="#claims">{plural(answer.total, 'claim')}</a>
      </p>
      <ul className="plain">
        {holders.map(({ value, label, count }) => (
          <li key={value}>
            <Link href={personPlace(value, { about: id })}>{label}</Link>{' '}
            <Link
              className="count"
              href={searchPlace({ q: '', chosen: { type: ['insight'], topic: [id], holder: [value] } })}
            >
              {plural(count, 'claim')}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Contested({ id, label }: { id: string; label: string }) {
  const answer = useConflicts({ entity: id }, 4);
  const conflicts = answer.data?.pages.flatMap((page) => page.conflicts) ?? [];
  const chosen = { type: ['insight'], topic: [id], contested: ['true'] };
  const contested = useSearch({ q: '', chosen }, 1).data?.pages[0]?.total ?? 0;
  if (answer.error) return <Problem error={answer.error} onRetry={() => void answer.refetch()} />;
  if (conflicts.length === 0 && contested === 0) return null;
  return (
    <section className="in-dispute">
      <h2>In dispute</h2>
      {contested > 0 && (
        <p>
          <Link href={searchPlace({ q: '', chosen })}>{plural(contested, 'claim')}</Link> filed under it{' '}
          {contested === 1 ? 'is' : 'are'} contested.
        </p>
      )}
      {conflicts.length > 0 && (
        <>
          <Disputes conflicts={conflicts} level={3} />
          <Behind query={answer.data?.pages[0]?.behind} />
          <p>
            <Link href={conflictsPlace({ entity: id })}>All that is in dispute about {label}</Link>
          </p>
        </>
      )}
    </section>
  );
}
