import { useMemo, useState, type SubmitEvent } from 'react';
import { Link, useLocation, useSearch as useAddress } from 'wouter';
import { useNames } from '../api/pathQueries';
import { usePaths } from '../api/queries';
import type { Path, PathsAnswer } from '../api/types';
import { GraphView } from '../canvas/GraphView';
import { AsOf } from '../parts/AsOf';
import { Behind } from '../parts/Behind';
import { EntityField, EntityListField } from '../parts/EntityField';
import { FollowButton } from '../parts/FollowButton';
import { HeldBy } from '../parts/HeldBy';
import { LensBar } from '../parts/LensBar';
import { KeepView } from '../parts/KeepView';
import { Title, usePageTitle } from '../parts/page';
import { PathActions } from '../parts/PathActions';
import { PathConditions } from '../parts/PathConditions';
import { PathSentence } from '../parts/PathSentence';
import { PathMarks } from '../parts/signs';
import { Problem, Skeleton } from '../parts/states';
import { TakeAway } from '../parts/TakeAway';
import { Thread } from '../parts/Thread';
import { WaysToAsk } from '../parts/WaysToAsk';
import { drawnPaths, litOf, noEmphasis } from '../state/drawing';
import { kindKey } from '../state/kinds';
import { heldBy } from '../state/lens';
import { readShown, shownParameters, type Shown } from '../state/onePath';
import {
  looserQueries,
  oppositeQuery,
  pathCall,
  pathFeed,
  pathQueryPlace,
  readPathQuery,
  type PathQuery,
} from '../state/pathQuery';
import { pathWatch } from '../state/reader';
import { cutText } from '../state/searched';
import { pathMarks, pathSize, pathTitle, plural } from '../state/sentence';

/** Asks for paths between two entities, and reads them out: sentence, thread, claims, canvas. */
export default function PathsPage() {
  const search = useAddress();
  const [, go] = useLocation();
  const query = readPathQuery(search);
  const shown = readShown(search, 50);
  const answer = usePaths(pathCall(query));
  const names = useNames([query.from, ...query.via, query.to, ...query.avoid, query.lens.holder]);
  const asked = query.from && query.to;
  usePageTitle(asked ? `Paths from ${names(query.from)} to ${names(query.to)}` : 'Paths');
  return (
    <div className="paths-page">
      <Title>Paths from claim to claim</Title>
      <PathForm key={pathQueryPlace(query)} query={query} names={names} />
      <LensBar lens={query.lens} onChange={(lens) => go(pathQueryPlace({ ...query, nodes: [], lens }))} />
      {/* What is said of an answer waits for it: until then the last one stands, dimmed. */}
      {!answer.isPlaceholderData && <Pinned query={query} />}
      {answer.error && <Problem error={answer.error} onRetry={() => void answer.refetch()} />}
      {asked && answer.isPending && <Skeleton lines={8} label="Following the thread" />}
      {!asked && <Beginning />}
      {asked && !answer.error && answer.data && (
        <div className="answer" aria-busy={answer.isPlaceholderData}>
          <Results answer={answer.data} query={query} shown={shown} />
        </div>
      )}
    </div>
  );
}

/** Where the address names one path or an earlier state, what is shown and the way back to everything. */
function Pinned({ query }: { query: PathQuery }) {
  const { asOf } = query.lens;
  return (
    <>
      <AsOf asOf={asOf} today={pathQueryPlace({ ...query, lens: { ...query.lens, asOf: undefined } })} />
      {query.nodes.length > 0 && (
        <p className="as-of">
          One path, by all the things it passes –{' '}
          <Link href={pathQueryPlace({ ...query, nodes: [], sign: undefined })}>
            see every path between its ends
          </Link>
        </p>
      )}
    </>
  );
}

function Beginning() {
  return (
    <div className="empty">
      <p>Choose where the thread begins and where it should lead.</p>
      <p>Or ask something else of the same claims</p>
      <WaysToAsk />
    </div>
  );
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
    if (ready) go(pathQueryPlace({ ...draft, nodes: [] }));
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

interface ResultsProps {
  answer: PathsAnswer;
  query: PathQuery;
  shown: Shown;
}

function Results({ answer, query, shown }: ResultsProps) {
  const { paths } = answer;
  if (paths.length === 0) return <NoPaths answer={answer} query={query} />;
  const { open } = shown;
  return <Found answer={answer} query={query} shown={shown} open={open} />;
}

function Found({ answer, query, shown, open }: ResultsProps & { open: number }) {
  const { paths, searched } = answer;
  const [, go] = useLocation();
  const drawn = useMemo(() => drawnPaths(paths, open), [paths, open]);
  const [lit, setLit] = useState<string>();
  const emphasis = useMemo(() => ({ ...noEmphasis, lit: litOf(lit) }), [lit]);
  const placed = () => ({
    graph: drawn,
    at: Object.fromEntries(drawn.nodes.flatMap(({ id, place }) => (place ? [[id, place]] : []))),
  });
  return (
    <>
      <p className="result-head" role="status">
        <strong>{plural(paths.length, 'path')}</strong> of up to {plural(searched.maxHops, 'step')}
        {searched.truncated
          ? '; the search stopped at its limit, so there may be more'
          : searched.further && '; there are more than these'}
        {query.nodes.length === 0 && <Opposite paths={paths} query={query} />}
      </p>
      <p className="fine">
        {cutText(searched)} <a href={pathFeed(query)}>What becomes of these paths, as a feed</a>{' '}
        {query.from !== undefined && query.to !== undefined && (
          <FollowButton follow={pathWatch(query.from, query.to)} label="these paths" />
        )}
      </p>
      <div className="with-canvas">
        <ol className="path-list">
          {paths.map((path, index) => (
            <li key={path.nodes.map((node) => node.id).join(' ') + path.sign}>
              <PathCard
                path={path}
                query={query}
                shown={index === open ? shown : { open: -1, off: [] }}
                place={pathQueryPlace(query, shownParameters({ open: index, off: [] }))}
                lit={lit}
                onLit={setLit}
                onShow={(part) => {
                  const before = index === open ? shown : { off: [] };
                  go(pathQueryPlace(query, shownParameters({ ...before, ...part, open: index })));
                }}
              />
            </li>
          ))}
        </ol>
        <aside className="path-canvas" aria-label="The same paths drawn">
          <GraphView
            still
            graph={drawn}
            emphasis={emphasis}
            on={{ point: setLit }}
            label={`${plural(paths.length, 'path')} drawn; the list beside says the same in words`}
          />
          <p className="fine">Letters tell the kind: {kindKey(drawn.nodes.map(({ kind }) => kind))}.</p>
          <ExploreLink paths={paths} open={open} />
        </aside>
      </div>
      <TakeAway
        shown={() => ({
          entities: drawn.nodes.map(({ id }) => id),
          edges: drawn.edges.map(({ key }) => key),
          lens: query.lens,
          facts: query.facts === 'true',
        })}
        drawn={placed}
        title={paths[0] ? pathTitle(paths[0]) : 'Paths'}
        place={() => pathQueryPlace(query, shownParameters(shown))}
      />
      <Behind query={answer.behind} />
      <KeepView
        title={paths[0] ? pathTitle(paths[0]) : 'Paths'}
        place={(asOf = query.lens.asOf) =>
          pathQueryPlace({ ...query, lens: { ...query.lens, asOf } }, shownParameters(shown))
        }
      />
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

interface PathCardProps {
  path: Path;
  query: PathQuery;
  shown: Shown;
  place: string;
  /** The step or thing that is pointed at, on the canvas or in a list. */
  lit: string | undefined;
  onLit: (key: string | undefined) => void;
  onShow: (part: Partial<Shown>) => void;
}

function PathCard({ path, query, shown, place, lit, onLit, onShow }: PathCardProps) {
  const open = shown.open >= 0;
  return (
    <article className={open ? 'path-card open' : 'path-card'} aria-label={pathTitle(path)}>
      <PathSentence path={path} />
      <PathMarks marks={pathMarks(path)} />
      <p className="fine">
        {pathSize(path)}{' '}
        {open ? (
          'Shown on the thread below and on the canvas.'
        ) : (
          <Link href={place}>Show its thread and claims</Link>
        )}
      </p>
      <PathActions path={path} query={query} shown={shown} onShow={onShow} />
      {open && <Thread path={path} layout="down" claimsShown={2} lit={lit} onLit={onLit} />}
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
        claimed, not what is so. {cutText(answer.searched)}
      </p>
      <HeldBy
        holders={answer.heldBy}
        place={(holder) => pathQueryPlace({ ...query, nodes: [], lens: heldBy(query.lens, holder) })}
      />
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
