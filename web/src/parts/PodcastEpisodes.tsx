import { useEffect, useRef } from 'react';
import { Link } from 'wouter';
import { useSearch, useSources } from '../api/queries';
import type { Source } from '../api/types';
import { dateText } from '../state/moment';
import { entityPlace, sourcePlace } from '../state/places';
import { searchPlace } from '../state/searchQuery';
import { countedText, episodeGroups, type EpisodeGroup } from '../state/seasons';
import { capitalize, plural } from '../state/sentence';
import { byRole } from '../state/timeLine';
import { Problem, Skeleton } from './states';

/** The episodes of a podcast by season or year, each with its guests and how much is claimed in it. */
export function PodcastEpisodes({ id }: { id: string }) {
  const answer = useSearch({ q: '', chosen: { type: ['source'], podcast: [id] }, sort: 'newest' }, 30);
  const hits = answer.data?.pages.flatMap((page) => page.hits).filter((hit) => hit.id !== id) ?? [];
  const answers = useSources(hits.map((hit) => hit.id));
  const complete = answer.data !== undefined && !answers.some((one) => one.isPending);
  const groups = episodeGroups(complete ? answers.flatMap(({ data }) => (data ? [data] : [])) : []);
  const more = answer.hasNextPage && !answer.isFetching ? () => void answer.fetchNextPage() : undefined;
  useLinkedGroup(complete ? groups : undefined, more);
  if (answer.error) return <Problem error={answer.error} onRetry={() => void answer.refetch()} />;
  if (!complete) return <Skeleton lines={6} />;
  if (groups.length === 0) return <p className="unknown">None of its episodes is in the library yet.</p>;
  return (
    <>
      {groups.length > 1 && (
        <nav className="groups" aria-label="Episodes by season or year">
          {groups.map(({ heading, anchor, episodes }) => (
            <a key={anchor} href={`#${anchor}`}>
              {heading} <span className="count">{episodes.length}</span>
            </a>
          ))}
        </nav>
      )}
      {groups.map((group) => (
        <Group key={group.anchor} group={group} />
      ))}
      {answer.hasNextPage && (
        <button type="button" disabled={!more} onClick={more}>
          Show more episodes
        </button>
      )}
    </>
  );
}

/** Brings the group that the address names into view, once, also where it is among those that are shown later. */
function useLinkedGroup(groups: readonly EpisodeGroup<Source>[] | undefined, more: (() => void) | undefined) {
  const wanted = useRef(window.location.hash.slice(1));
  useEffect(() => {
    const anchor = wanted.current;
    if (!groups || !/^(season|year|no)-/.test(anchor)) return;
    if (groups.some((group) => group.anchor === anchor)) {
      document.getElementById(anchor)?.scrollIntoView();
      wanted.current = '';
    } else more?.();
  });
}

function Group({ group: { heading, anchor, episodes } }: { group: EpisodeGroup<Source> }) {
  const claimed = episodes.filter(({ counts }) => counts.insights > 0);
  const claims = claimed.reduce((sum, { counts }) => sum + counts.insights, 0);
  const chosen = { type: ['insight'], source: claimed.map(({ id }) => id) };
  return (
    <section id={anchor} className="episode-group">
      <h3>
        {heading}{' '}
        <span className="count">
          {plural(episodes.length, 'episode')}
          {claims > 0 && (
            <>
              {' · '}
              <Link href={searchPlace({ q: '', chosen })}>{plural(claims, 'claim')}</Link>
            </>
          )}
        </span>
      </h3>
      <ul className="plain episodes">
        {episodes.map((episode) => (
          <Episode key={episode.id} episode={episode} />
        ))}
      </ul>
    </section>
  );
}

function Episode({ episode }: { episode: Source }) {
  const people = byRole(episode.people);
  const which = [capitalize(countedText(episode)), episode.date && dateText(episode.date)].filter(Boolean);
  return (
    <li>
      <p>
        <Link href={sourcePlace(episode.id)}>{episode.title}</Link>{' '}
        <span className="count">
          {which.map((text) => `${text} · `)}
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
