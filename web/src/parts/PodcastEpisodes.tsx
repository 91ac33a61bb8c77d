import { Link } from 'wouter';
import { useSearch, useSources } from '../api/queries';
import type { Source } from '../api/types';
import { dateText } from '../state/moment';
import { entityPlace, sourcePlace } from '../state/places';
import { plural } from '../state/sentence';
import { byRole, byYear } from '../state/timeLine';
import { Problem, Skeleton } from './states';

/** The episodes of a podcast by year, each with its guests and how much is claimed in it. */
export function PodcastEpisodes({ id }: { id: string }) {
  const answer = useSearch({ q: '', chosen: { type: ['source'], podcast: [id] }, sort: 'newest' }, 30);
  const hits = answer.data?.pages.flatMap((page) => page.hits).filter((hit) => hit.id !== id) ?? [];
  const answers = useSources(hits.map((hit) => hit.id));
  if (answer.error) return <Problem error={answer.error} onRetry={() => void answer.refetch()} />;
  if (!answer.data || answers.some((one) => one.isPending)) return <Skeleton lines={6} />;
  const episodes = answers.flatMap(({ data }) => (data ? [data] : []));
  if (episodes.length === 0) return <p className="unknown">None of its episodes is in the library yet.</p>;
  return (
    <>
      {byYear(episodes).map(([year, some]) => (
        <section key={year}>
          <h3>
            {year || 'Without a date'} <span className="count">{plural(some.length, 'episode')}</span>
          </h3>
          <ul className="plain episodes">
            {some.map((episode) => (
              <Episode key={episode.id} episode={episode} />
            ))}
          </ul>
        </section>
      ))}
      {answer.hasNextPage && (
        <button type="button" onClick={() => void answer.fetchNextPage()}>
          Show more episodes
        </button>
      )}
    </>
  );
}

function Episode({ episode }: { episode: Source }) {
  const people = byRole(episode.people);
  return (
    <li>
      <p>
        <Link href={sourcePlace(episode.id)}>{episode.title}</Link>{' '}
        <span className="count">
          {episode.date && `${dateText(episode.date)} · `}
          <Link href={`${sourcePlace(episode.id)}#claims`}>{plural(episode.counts.insights, 'claim')}</Link>
        </span>
      </p>
      {people.length > 0 && (
        <p className="fine">
          {people.map(([role, some], index) => (
            <span key={role}>
              {index > 0 && ' · '}
              {role}{' '}
              {some.map(({ person }, at) => (
                <span key={person.id}>
                  {at > 0 && ', '}
                  <Link href={entityPlace(person.id)}>{person.label}</Link>
                </span>
              ))}
            </span>
          ))}
        </p>
      )}
    </li>
  );
}
