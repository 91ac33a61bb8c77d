import { useId, type ReactNode } from 'react';
import { Link, useLocation, useSearch as useAddress } from 'wouter';
import { useSearch } from '../api/queries';
import type { FacetValue, Hit, SearchAnswer } from '../api/types';
import { FollowButton } from '../parts/FollowButton';
import { Title, usePageTitle } from '../parts/page';
import { SearchBox } from '../parts/SearchBox';
import { Problem, Skeleton } from '../parts/states';
import { TakeRecords } from '../parts/TakeRecords';
import { TermLabel } from '../parts/Term';
import { partLimit, takenOf } from '../state/exporting';
import { explorePlace, recordPlace } from '../state/places';
import { searchWatch } from '../state/reader';
import {
  chosenCount,
  facetNames,
  modes,
  readSearch,
  searchPlace,
  sortOrders,
  toggleFacet,
  type FacetName,
  type SearchQuery,
} from '../state/searchQuery';
import { highlightSegments, plural, readableSlug, signGlyph, signWord } from '../state/sentence';
import type { Sign } from '../api/types';

const facetTitles: Record<FacetName, { term: string; label: string }> = {
  type: { term: 'record', label: 'Record' },
  kind: { term: 'kind', label: 'Kind' },
  claimType: { term: 'claimType', label: 'Kind of claim' },
  certainty: { term: 'certainty', label: 'Certainty' },
  contested: { term: 'contested', label: 'Contested' },
  holder: { term: 'holder', label: 'Believed by' },
  speaker: { term: 'speaker', label: 'Said by' },
  source: { term: 'source', label: 'Source' },
  podcast: { term: 'podcast', label: 'Podcast' },
  year: { term: 'year', label: 'Year' },
  topic: { term: 'topic', label: 'Topic' },
  relation: { term: 'relation', label: 'Relation' },
  sign: { term: 'sign', label: 'Raises or lowers' },
  entity: { term: 'entity', label: 'Thing' },
};

/** Search results with their filters. */
export default function SearchPage() {
  const address = useAddress();
  const query = readSearch(address);
  const [, go] = useLocation();
  const answer = useSearch(query);
  usePageTitle(query.q ? `Search: ${query.q}` : 'Search');
  const first = answer.data?.pages[0];
  const hits = answer.data?.pages.flatMap((page) => page.hits) ?? [];
  return (
    <div className="search-page">
      <Title>{query.q ? `Search: ${query.q}` : 'Search the library'}</Title>
      <SearchBox key={query.q} place="large" query={query} />
      {answer.error && <Problem error={answer.error} onRetry={() => void answer.refetch()} />}
      {answer.isPending && <Skeleton lines={8} label="Searching" />}
      {first && (
        <div className="with-side">
          <Facets query={query} facets={first.facets} />
          <section aria-label="Results" aria-busy={answer.isPlaceholderData}>
            <ResultHead answer={first} query={query} hits={hits} />
            <Notes answer={first} query={query} />
            <ol className="hits">
              {hits.map((hit) => (
                <HitRow key={`${hit.type} ${hit.id}`} hit={hit} />
              ))}
            </ol>
            {hits.length === 0 && (
              <NoHits query={query} onClear={() => go(searchPlace({ q: query.q, chosen: {} }))} />
            )}
            {answer.hasNextPage && (
              <button
                type="button"
                onClick={() => void answer.fetchNextPage()}
                disabled={answer.isFetchingNextPage}
              >
                {answer.isFetchingNextPage ? 'Loading more' : 'Show more'}
              </button>
            )}
            {first.total > 0 && <TakeRecords taken={takenOf(query)} said={takenWords(query, first.total)} />}
          </section>
        </div>
      )}
    </div>
  );
}

/** What a file of a search holds. */
function takenWords(query: SearchQuery, total: number): string {
  if (takenOf(query).what === 'all') return 'The whole library, as it is now.';
  return total > partLimit
    ? `The best ${plural(partLimit, 'result')} of ${total.toLocaleString('en')}: narrow the search to have all.`
    : `${total === 1 ? 'The one result' : `All ${plural(total, 'result')}`} of this search, not only those shown.`;
}

function ResultHead({ answer, query, hits }: { answer: SearchAnswer; query: SearchQuery; hits: Hit[] }) {
  const [, go] = useLocation();
  const entities = hits.filter((hit) => hit.type === 'entity').map((hit) => hit.id);
  return (
    <div className="result-head">
      <p role="status">
        <strong>{plural(answer.total, 'result')}</strong>
        {query.q && answer.mode !== 'text' && <span className="muted"> by {modes[answer.mode]}</span>}
      </p>
      {query.q && <FollowButton follow={searchWatch(query.q)} label="this search" />}
      {entities.length > 1 && <Link href={explorePlace(entities.slice(0, 12))}>Explore these things</Link>}
      <Choice
        label="Match"
        choices={modes}
        chosen={query.mode ?? 'hybrid'}
        onChoose={(mode) => go(searchPlace({ ...query, mode: mode === 'hybrid' ? undefined : mode }))}
      />
      <Choice
        label="Order"
        choices={sortOrders}
        chosen={query.sort ?? 'relevance'}
        onChoose={(sort) => go(searchPlace({ ...query, sort: sort === 'relevance' ? undefined : sort }))}
      />
    </div>
  );
}

/** What the reader may have meant, and why the answer was found in another way than asked for. */
function Notes({ answer, query }: { answer: SearchAnswer; query: SearchQuery }) {
  const fellShort = query.mode && query.mode !== answer.mode ? answer.modeNote : undefined;
  return (
    <>
      {answer.didYouMean && (
        <p className="did-you-mean">
          Did you mean <Link href={searchPlace({ ...query, q: answer.didYouMean })}>{answer.didYouMean}</Link>
          ?
        </p>
      )}
      {query.q && fellShort && <p className="muted">{fellShort}</p>}
    </>
  );
}

function Choice({
  label,
  choices,
  chosen,
  onChoose,
}: {
  label: string;
  choices: Record<string, string>;
  chosen: string;
  onChoose: (value: string) => void;
}) {
  const id = useId();
  return (
    <span className="sort">
      <label htmlFor={id}>{label}</label>
      <select id={id} value={chosen} onChange={(event) => onChoose(event.target.value)}>
        {Object.entries(choices).map(([value, words]) => (
          <option key={value} value={value}>
            {words}
          </option>
        ))}
      </select>
    </span>
  );
}

function HitRow({ hit }: { hit: Hit }) {
  return (
    <li className={`hit ${hit.type}`}>
      <p className="kind-line">
        {hit.type === 'insight' ? 'Claim' : hit.type === 'entity' ? 'Thing' : 'Source'}
        {hit.similarity !== undefined && hit.highlights.length === 0 && !hit.matchedAlias && (
          <span className="muted"> · near in meaning</span>
        )}
      </p>
      <p className={hit.type === 'insight' ? 'claim-text' : 'hit-label'}>
        <Link href={recordPlace(hit.type, hit.id)}>{hit.label}</Link>
        {hit.matchedAlias && (
          <span className="alias">
            {' '}
            {hit.type === 'entity' ? 'also called' : 'names'} “{hit.matchedAlias}”
          </span>
        )}
      </p>
      {hit.snippet && hit.snippet !== hit.label && <Snippet hit={hit} />}
    </li>
  );
}

/** The part of the text that matched, with the matching words marked. */
function Snippet({ hit }: { hit: Hit }) {
  return (
    <p className="snippet">
      {highlightSegments(hit.snippet, hit.highlights).map(({ text, matches }, index) =>
        matches ? <mark key={index}>{text}</mark> : <span key={index}>{text}</span>,
      )}
    </p>
  );
}

function NoHits({ query, onClear }: { query: SearchQuery; onClear: () => void }) {
  return (
    <div className="empty">
      <p>Nothing in the library matches{query.q ? ` “${query.q}”` : ''}.</p>
      <p>
        Try fewer or other words; a thing is also found by its other names, such as “chip export controls”.
      </p>
      {chosenCount(query) > 0 && (
        <button type="button" onClick={onClear}>
          Search without the {plural(chosenCount(query), 'filter')}
        </button>
      )}
    </div>
  );
}

function Facets({ query, facets }: { query: SearchQuery; facets: Record<string, FacetValue[]> }) {
  const shown = facetNames.filter(
    (name) => (facets[name]?.length ?? 0) > 0 || (query.chosen[name]?.length ?? 0) > 0,
  );
  const set = chosenCount(query);
  return (
    <aside className="facets" aria-label="Filters">
      <details open={set > 0 || window.matchMedia('(min-width: 50rem)').matches}>
        <summary>Filters{set > 0 ? ` (${set} set)` : ''}</summary>
        <Period query={query} />
        <LeastVoices query={query} />
        {shown.map((name) => (
          <Facet key={name} name={name} query={query} values={facets[name] ?? []} />
        ))}
        {set > 0 && <Link href={searchPlace({ q: query.q, chosen: {} })}>Clear all filters</Link>}
      </details>
    </aside>
  );
}

/** Narrows to what came out within some days; an end left empty is open. */
function Period({ query }: { query: SearchQuery }) {
  const [, go] = useLocation();
  const id = useId();
  const ends = [
    { name: 'from', label: 'Came out from', least: undefined, most: query.to },
    { name: 'to', label: 'until', least: query.from, most: undefined },
  ] as const;
  return (
    <fieldset className="facet period">
      <legend>Date</legend>
      {ends.map(({ name, label, least, most }) => (
        <span key={name}>
          <label htmlFor={`${id}-${name}`}>{label}</label>
          <input
            id={`${id}-${name}`}
            type="date"
            value={query[name] ?? ''}
            min={least}
            max={most}
            onChange={({ target }) => {
              if (target.validity.valid) go(searchPlace({ ...query, [name]: target.value || undefined }));
            }}
          />
        </span>
      ))}
    </fieldset>
  );
}

/** Narrows to claims that at least so many independent voices hold. */
function LeastVoices({ query }: { query: SearchQuery }) {
  const [, go] = useLocation();
  const choices = { '': 'any number', '2': '2 or more', '3': '3 or more', '5': '5 or more' };
  const set = query.minVoices ?? '';
  return (
    <Choice
      label="Independent voices"
      choices={set in choices ? choices : { ...choices, [set]: `${set} or more` }}
      chosen={set}
      onChoose={(value) => go(searchPlace({ ...query, minVoices: value || undefined }))}
    />
  );
}

function Facet({ name, query, values }: { name: FacetName; query: SearchQuery; values: FacetValue[] }) {
  const [, go] = useLocation();
  const chosen = query.chosen[name] ?? [];
  const missing = chosen.filter((one) => !values.some(({ value }) => value === one));
  const rows: { value: string; label: string; count?: number }[] = [
    ...missing.map((value) => ({ value, label: readableSlug(value) })),
    ...values.slice(0, 8),
  ];
  return (
    <fieldset className="facet">
      <legend>
        <TermLabel id={facetTitles[name].term} otherwise={facetTitles[name].label} />
      </legend>
      {rows.map(({ value, label, count }) => (
        <label key={value}>
          <input
            type="checkbox"
            checked={chosen.includes(value)}
            onChange={() => go(searchPlace(toggleFacet(query, name, value)))}
          />
          <span>{facetLabel(name, value, label)}</span>
          {count !== undefined && <span className="count">{count.toLocaleString('en')}</span>}
        </label>
      ))}
    </fieldset>
  );
}

function facetLabel(name: FacetName, value: string, label: string): ReactNode {
  if (name === 'sign') return `${signGlyph(value as Sign)} ${signWord(value as Sign)}`;
  if (name === 'contested') return value === 'true' ? 'contested' : 'not contested';
  if (name === 'type') return value === 'insight' ? 'claim' : value === 'entity' ? 'thing' : label;
  return label;
}
