import { useState, type SubmitEvent } from 'react';
import { Link, useLocation, useSearch as useAddress } from 'wouter';
import { useEntities, usePaths } from '../api/queries';
import type { Path, PathsAnswer } from '../api/types';
import { GraphView } from '../canvas/GraphView';
import { EntityField, EntityListField } from '../parts/EntityField';
import { Title, usePageTitle } from '../parts/page';
import { PathConditions } from '../parts/PathConditions';
import { PathSentence } from '../parts/PathSentence';
import { PathMarks } from '../parts/signs';
import { Problem, Skeleton } from '../parts/states';
import { Thread } from '../parts/Thread';
import { drawnPaths } from '../state/drawing';
import {
  oppositeQuery,
  looserQueries,
  pathCall,
  pathQueryPlace,
  readPathQuery,
  type PathQuery,
} from '../state/pathQuery';
import { readWhole } from '../state/parameters';
import { pathMarks, pathTitle, plural, readableSlug } from '../state/sentence';

/** Asks for paths between two entities, and reads them out: sentence, thread, claims, canvas. */
export default function PathsPage() {
  const address = useAddress();
  const query = readPathQuery(address);
  const open = readWhole(new URLSearchParams(address).get('open'), 0, 50) ?? 0;
  const answer = usePaths(pathCall(query));
  const names = useNames(query);
  const asked = query.from && query.to;
  usePageTitle(asked ? `Paths from ${names(query.from)} to ${names(query.to)}` : 'Paths');
  return (
    <div className="paths-page">
      <Title>Paths from claim to claim</Title>
      <PathForm key={address.replace(/&?open=\d+/, '')} query={query} names={names} />
      {answer.error && <Problem error={answer.error} onRetry={() => void answer.refetch()} />}
      {asked && answer.isPending && <Skeleton lines={8} label="Following the thread" />}
      {!asked && <p className="empty">Choose where the thread begins and where it should lead.</p>}
      {asked && !answer.error && answer.data && <Results answer={answer.data} query={query} open={open} />}
    </div>
  );
}

/** The names of the entities a question names, as ids made readable until they have come. */
function useNames(query: PathQuery): (id: string | undefined) => string {
  const ids = [query.from, ...query.via, query.to, ...query.avoid, query.holder].filter(
    (id) => id !== undefined,
  );
  const answers = useEntities([...new Set(ids)]);
  const labels = new Map(answers.flatMap(({ data }) => (data ? [[data.id, data.label] as const] : [])));
  return (id) => (id === undefined ? '' : (labels.get(id) ?? readableSlug(id)));
}

interface PathFormProps {
  query: PathQuery;
  names: (id: string | undefined) => string;
}

function PathForm({ query, names }: PathFormProps) {
  const [, go] = useLocation();
  const [draft, setDraft] = useState(query);
  const change = (part: Partial<PathQuery>) => setDraft((before) => ({ ...before, ...part }));
  const listed = (ids: readonly string[]) => ids.map((id) => ({ id, label: names(id) }));
  const ready = Boolean(draft.from && draft.to);
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    if (ready) go(pathQueryPlace(draft));
  };
  return (
    <form className="path-form" onSubmit={submit} aria-label="Path question">
      <div className="path-ends">
        <EntityField
          key={`from ${names(query.from)}`}
          label="From"
          initial={names(query.from)}
          placeholder="compute"
          onChoose={(one) => change({ from: one?.id })}
        />
        <EntityListField
          label="By way of"
          placeholder="any way"
          chosen={listed(draft.via)}
          onChange={(via) => change({ via: via.map(({ id }) => id) })}
        />
        <EntityField
          key={`to ${names(query.to)}`}
          label="To"
          initial={names(query.to)}
          placeholder="alliance"
          onChoose={(one) => change({ to: one?.id })}
        />
        <button type="submit" className="primary" aria-disabled={!ready}>
          Find paths
        </button>
      </div>
      <PathConditions draft={draft} onChange={change} listed={listed} />
      {!ready && (draft.from ?? draft.to) && (
        <p className="fine" role="status">
          {draft.from
            ? 'Choose where it leads in “To”, from the list that opens while you type.'
            : 'Choose where it begins in “From”, from the list that opens while you type.'}
        </p>
      )}
    </form>
  );
}

function Results({ answer, query, open }: { answer: PathsAnswer; query: PathQuery; open: number }) {
  const { paths, searched } = answer;
  if (paths.length === 0) return <NoPaths answer={answer} query={query} />;
  return (
    <>
      <p className="result-head" role="status">
        <strong>{plural(paths.length, 'path')}</strong> of up to {plural(searched.maxHops, 'step')}
        {searched.truncated && '; the search stopped at its limit, so there may be more'}
        <Opposite paths={paths} query={query} />
      </p>
      <div className="with-canvas">
        <ol className="path-list">
          {paths.map((path, index) => (
            <li key={path.nodes.map((node) => node.id).join(' ') + path.sign}>
              <PathCard path={path} open={index === open} place={pathQueryPlace(query, index)} />
            </li>
          ))}
        </ol>
        <aside className="path-canvas" aria-label="The same paths drawn">
          <GraphView
            still
            graph={drawnPaths(paths, open)}
            label={`${plural(paths.length, 'path')} drawn; the list beside says the same in words`}
          />
          <ExploreLink paths={paths} open={open} />
        </aside>
      </div>
    </>
  );
}

/** Where every path found says the same, the way to ask for the opposite reading. */
function Opposite({ paths, query }: { paths: readonly Path[]; query: PathQuery }) {
  const opposite = oppositeQuery(query, paths);
  if (!opposite) return null;
  return (
    <Link href={pathQueryPlace(opposite)}>
      Does any path {opposite.sign === '-' ? 'lower' : 'raise'} it instead?
    </Link>
  );
}

function ExploreLink({ paths, open }: { paths: readonly Path[]; open: number }) {
  const thread = (paths[open] ?? paths[0])?.nodes.map((node) => node.id) ?? [];
  const rest = paths
    .flatMap((path) => path.nodes.map((node) => node.id))
    .filter((id) => !thread.includes(id));
  const place = `/explore?thread=${thread.join(',')}${rest.length > 0 ? `&nodes=${[...new Set(rest)].join(',')}` : ''}`;
  return (
    <p>
      <Link href={place}>Go on from here in the explorer</Link>
    </p>
  );
}

function PathCard({ path, open, place }: { path: Path; open: boolean; place: string }) {
  return (
    <article className={open ? 'path-card open' : 'path-card'} aria-label={pathTitle(path)}>
      <PathSentence path={path} />
      <PathMarks marks={pathMarks(path)} />
      <p className="fine">
        {plural(path.hops.length, 'step')}, {plural(path.claims, 'claim')}, {plural(path.voices, 'voice')}.{' '}
        {open ? (
          'Shown on the thread below and on the canvas.'
        ) : (
          <Link href={place}>Show its thread and claims</Link>
        )}
      </p>
      {open && <Thread path={path} layout="down" claimsShown={2} />}
    </article>
  );
}

function NoPaths({ answer, query }: { answer: PathsAnswer; query: PathQuery }) {
  return (
    <section className="empty" aria-live="polite">
      <h2>No path in the evidence</h2>
      <p>
        No chain of claims of up to {plural(answer.searched.maxHops, 'step')} leads there under these
        conditions
        {answer.searched.truncated && ', as far as the search went before its limit'}. That says what people
        claimed, not what is so.
      </p>
      <p>Ask again</p>
      <ul>
        {looserQueries(query).map(({ label, query: looser }) => (
          <li key={label}>
            <Link href={pathQueryPlace(looser)}>{label}</Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
