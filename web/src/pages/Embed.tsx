import type { MouseEvent, ReactNode } from 'react';
import { Route, Switch, useSearch as useAddress } from 'wouter';
import { useEdges, useEntity, useInsight, usePaths, useSource } from '../api/queries';
import { ClaimCard, evidenceOf } from '../parts/ClaimCard';
import { EdgeItem } from '../parts/EdgeItem';
import { Ball } from '../parts/icons';
import { LinkChips } from '../parts/LinkChips';
import { PathSentence } from '../parts/PathSentence';
import { PathMarks } from '../parts/signs';
import { Problem, Skeleton } from '../parts/states';
import { Thread } from '../parts/Thread';
import { edgeKey, rankEdges } from '../state/edges';
import { noLens } from '../state/lens';
import { entityPlace, insightPlace } from '../state/places';
import { pathCall, pathQueryPlace, readPathQuery } from '../state/pathQuery';
import { pathMarks } from '../state/sentence';
import { usePageTitle } from '../parts/page';

const edgesShown = 8;

/** A panel for other sites: one path, thing or claim, without the frame; what is pressed opens a window of its own. */
export default function EmbedPage() {
  return (
    <Switch>
      <Route path="/embed/path" component={PathPanel} />
      <Route path="/embed/entity/:id">{({ id }) => <EntityPanel id={id} />}</Route>
      <Route path="/embed/insight/:id">{({ id }) => <InsightPanel id={id} />}</Route>
      <Route>
        <Panel title="No such panel" place="/">
          <p>There are panels of paths, things and claims.</p>
        </Panel>
      </Route>
    </Switch>
  );
}

/** The other pages refuse to be shown inside another site, so their links open beside it. */
function openBeside(event: MouseEvent) {
  const link = (event.target as Element).closest('a[href]');
  const href = link?.getAttribute('href');
  if (!href || href.startsWith('#')) return;
  event.preventDefault();
  event.stopPropagation();
  window.open(href, '_blank', 'noopener');
}

function Panel({ title, place, children }: { title: string; place: string; children: ReactNode }) {
  usePageTitle(title);
  return (
    <div className="panel" onClickCapture={openBeside}>
      <main>
        <h1>{title}</h1>
        {children}
      </main>
      <footer>
        <a href={place}>
          <Ball size={20} /> Open in Clew<span className="unseen"> in a window of its own</span>
        </a>
        <span className="fine">Every step is a claim somebody made.</span>
      </footer>
    </div>
  );
}

function PathPanel() {
  const query = readPathQuery(useAddress());
  const call = pathCall(query);
  const { data, error } = usePaths(call);
  const path = data?.paths[0];
  const [from, to] = [path?.nodes[0]?.label, path?.nodes[path.nodes.length - 1]?.label];
  return (
    <Panel title={path ? `${from} → ${to}` : 'A path'} place={pathQueryPlace(query)}>
      {error && <Problem error={error} />}
      {call && !data && !error && <Skeleton lines={6} />}
      {!call && <p className="unknown">The address names no ends of a path.</p>}
      {data && !path && <p className="unknown">No path connects them in the evidence.</p>}
      {path && (
        <>
          <PathSentence path={path} />
          <PathMarks marks={pathMarks(path)} />
          <Thread path={path} layout="down" claimsShown={1} />
        </>
      )}
    </Panel>
  );
}

function EntityPanel({ id }: { id: string }) {
  const { data: entity, error } = useEntity(id);
  const edges = useEdges(id, noLens, 50).data?.pages.flatMap((page) => page.edges);
  return (
    <Panel title={entity?.label ?? 'A thing'} place={entityPlace(id)}>
      {error && <Problem error={error} />}
      {entity?.definition && <p className="lede">{entity.definition}</p>}
      {!edges && !error && <Skeleton lines={6} />}
      <ul className="plain">
        {rankEdges(edges ?? [], id)
          .slice(0, edgesShown)
          .map((edge) => (
            <EdgeItem key={edgeKey(edge)} edge={edge} />
          ))}
      </ul>
    </Panel>
  );
}

function InsightPanel({ id }: { id: string }) {
  const { data: insight, error } = useInsight(id);
  const source = useSource(insight?.source).data;
  return (
    <Panel title="A claim" place={insightPlace(id)}>
      {error && <Problem error={error} />}
      {!insight && !error && <Skeleton lines={5} />}
      {insight && (
        <>
          <ClaimCard
            claim={{
              ...evidenceOf(insight),
              ...(source && { source: { id: source.id, label: source.title, kind: source.kind } }),
            }}
          />
          <LinkChips insight={insight} />
        </>
      )}
    </Panel>
  );
}
