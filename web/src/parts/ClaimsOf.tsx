import { Link } from 'wouter';
import { useInsights, useSearch } from '../api/queries';
import { linkedBy } from '../state/listed';
import { searchPlace, type SearchQuery } from '../state/searchQuery';
import { ClaimCard, evidenceOf } from './ClaimCard';
import { ExploreThese } from './ExploreThese';
import { Problem, Skeleton } from './states';

/** The claims a search finds, as cards: those about an entity, or from a source. */
export function ClaimsOf({ query, empty, limit = 6 }: { query: SearchQuery; empty: string; limit?: number }) {
  const claims: SearchQuery = { ...query, chosen: { ...query.chosen, type: ['insight'] } };
  const answer = useSearch(claims, limit);
  const hits = answer.data?.pages.flatMap((page) => page.hits) ?? [];
  const total = answer.data?.pages[0]?.total ?? 0;
  const records = useInsights(hits.map((hit) => hit.id));
  if (answer.error) return <Problem error={answer.error} onRetry={() => void answer.refetch()} />;
  if (!answer.data) return <Skeleton lines={6} />;
  if (hits.length === 0) return <p className="unknown">{empty}</p>;
  return (
    <>
      <div className="cards">
        {hits.map((hit, index) => {
          const record = records[index]?.data;
          return record ? (
            <ClaimCard key={hit.id} claim={evidenceOf(record)} />
          ) : (
            <ClaimCard key={hit.id} claim={{ kind: 'insight', id: hit.id, text: hit.label }} />
          );
        })}
      </div>
      <p className="more">
        {answer.hasNextPage && (
          <button type="button" onClick={() => void answer.fetchNextPage()}>
            Show more of {total.toLocaleString('en')}
          </button>
        )}{' '}
        <Link href={searchPlace(claims)}>Search and filter these claims</Link>{' '}
        <ExploreThese inline ids={linkedBy(records.map(({ data }) => data))} />
      </p>
    </>
  );
}
