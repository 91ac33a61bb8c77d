import { Link } from 'wouter';
import { useSource } from '../api/queries';
import type { Source } from '../api/types';
import { ClaimsOf } from '../parts/ClaimsOf';
import { EpisodeClaims } from '../parts/EpisodeClaims';
import { FollowButton } from '../parts/FollowButton';
import { PodcastEpisodes } from '../parts/PodcastEpisodes';
import { Title, useMergedRecord, usePageTitle } from '../parts/page';
import { Problem, Skeleton } from '../parts/states';
import { TermLabel } from '../parts/Term';
import { clock, dateText, momentAddress } from '../state/moment';
import { capitalize } from '../state/sentence';
import { seasonAnchor } from '../state/seasons';
import { entityPlace, historyPlace, sourcePlace } from '../state/places';
import { searchPlace } from '../state/searchQuery';
import { byRole } from '../state/timeLine';

/** One podcast, episode or document: what it is, who takes part, and the claims made in it. */
export default function SourcePage({ id }: { id: string }) {
  const { data: source, error, refetch } = useSource(id);
  useMergedRecord('source', id, source?.id);
  usePageTitle(source?.title ?? error?.message);
  if (error) return <Problem error={error} level={1} onRetry={() => void refetch()} />;
  if (!source) return <Skeleton lines={8} label="Loading the source" />;
  const podcast = source.kind === 'Podcast';
  return (
    <div className="record source">
      <header>
        <p className="kind-line">
          <TermLabel id={source.kind} otherwise={source.kind} />
        </p>
        <Title>{source.title}</Title>
      </header>
      <div className="record-body">
        <div>
          {podcast && (
            <section>
              <h2>Episodes</h2>
              <PodcastEpisodes id={source.id} />
            </section>
          )}
          <section id="claims">
            <h2>Claims made here</h2>
            {podcast ? (
              <ClaimsOf
                query={{ q: '', chosen: { podcast: [source.id] } }}
                limit={12}
                empty="No claim from this podcast is in the library yet."
              />
            ) : (
              <EpisodeClaims source={source} />
            )}
          </section>
        </div>
        <aside aria-label="About this source">
          <About source={source} />
          {podcast && (
            <p>
              <FollowButton follow={`podcast:${source.id}`} label="this podcast" />
            </p>
          )}
          <p>
            <Link
              href={searchPlace({
                q: '',
                chosen: {
                  type: ['insight'],
                  ...(podcast ? { podcast: [source.id] } : { source: [source.id] }),
                },
              })}
            >
              Search and filter its claims
            </Link>
          </p>
          <p className="fine">
            Version {source.version}. <Link href={historyPlace('source', source.id)}>History</Link>
          </p>
          {source.note && <p className="fine note">{source.note}</p>}
        </aside>
      </div>
    </div>
  );
}

function About({ source }: { source: Source }) {
  const url = momentAddress(source.url, undefined);
  const audio = momentAddress(source.enclosure, undefined);
  const { podcast } = source;
  return (
    <dl className="entries">
      {podcast && (
        <Row label="Podcast">
          <Link href={sourcePlace(podcast.id)}>{podcast.label}</Link>
        </Row>
      )}
      {podcast && <Counted source={source} podcast={podcast.id} />}
      {source.date && <Row label="Date">{dateText(source.date)}</Row>}
      {typeof source.duration === 'number' && <Row label="Length">{clock(source.duration)}</Row>}
      <People source={source} />
      {url && (
        <Row label="Address">
          <a href={url} rel="noreferrer external">
            {new URL(url).hostname}
          </a>
        </Row>
      )}
      {audio && (
        <Row label="Recording">
          <a href={audio} rel="noreferrer external">
            Listen
          </a>
        </Row>
      )}
      {source.licence && (
        <Row label="Licence">
          <a href={source.licence} rel="noreferrer license">
            {source.licence.replace(/^https?:\/\//, '')}
          </a>
        </Row>
      )}
      <Row label="Claims">
        <a href="#claims">{source.counts.insights.toLocaleString('en')}</a>
      </Row>
      {source.counts.episodes !== undefined && (
        <Row label="Episodes">{source.counts.episodes.toLocaleString('en')}</Row>
      )}
    </dl>
  );
}

/** Which episode of its podcast it is, with the way to its season. */
function Counted({ source: { season, number }, podcast }: { source: Source; podcast: string }) {
  return (
    <>
      {season !== undefined && (
        <Row label="Season">
          <Link href={`${sourcePlace(podcast)}#${seasonAnchor(season)}`}>{season}</Link>
        </Row>
      )}
      {number !== undefined && <Row label="Episode">{number}</Row>}
    </>
  );
}

/** Hosts, guests and others, each role once. */
function People({ source }: { source: Source }) {
  return byRole(source.people).map(([role, some]) => (
    <Row key={role} label={capitalize(some.length > 1 ? `${role}s` : role)}>
      {some.map(({ person }, index) => (
        <span key={person.id}>
          {index > 0 && ', '}
          <Link href={entityPlace(person.id)}>{person.label}</Link>
        </span>
      ))}
    </Row>
  ));
}

function Row({ label, children }: { label: string; children: React.ReactNode }) {
  return (
    <div className="entry">
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}
