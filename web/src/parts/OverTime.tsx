import { Link } from 'wouter';
import { useSearch } from '../api/queries';
import { plural } from '../state/sentence';
import { searchPlace } from '../state/searchQuery';

/** How much is claimed of a thing in each year; every bar leads to its claims. */
export function OverTime({ id, label }: { id: string; label: string }) {
  const chosen = { type: ['insight'], entity: [id] };
  const answer = useSearch({ q: '', chosen }, 1).data?.pages[0];
  const years = [...(answer?.facets['year'] ?? [])].sort((a, b) => a.value.localeCompare(b.value));
  if (years.length < 2) return null;
  const highest = Math.max(...years.map(({ count }) => count));
  const dated = years.reduce((sum, { count }) => sum + count, 0);
  return (
    <section>
      <h2>Over time</h2>
      <ol className="plain years" aria-label={`Claims about ${label} by year`}>
        {years.map(({ value, count }) => (
          <li key={value}>
            <Link href={searchPlace({ q: '', chosen: { ...chosen, year: [value] } })}>
              <span className="year-bar" style={{ height: `${(4 * count) / highest}rem` }} />
              <span>
                {value} <span className="count">{plural(count, 'claim')}</span>
              </span>
            </Link>
          </li>
        ))}
      </ol>
      {answer && answer.total > dated && (
        <p className="fine">{plural(answer.total - dated, 'claim')} from sources without a date.</p>
      )}
    </section>
  );
}
