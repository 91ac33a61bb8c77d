import { Link, useLocation, useSearch as useAddress } from 'wouter';
import { useEntities, useNeighbourhood } from '../api/queries';
import type { Named } from '../api/types';
import { GraphView } from '../canvas/GraphView';
import { AsOf } from '../parts/AsOf';
import { EntityField } from '../parts/EntityField';
import { ExplorerList } from '../parts/ExplorerList';
import { HeldBy } from '../parts/HeldBy';
import { LensBar } from '../parts/LensBar';
import { Picked } from '../parts/Picked';
import { Title, usePageTitle } from '../parts/page';
import { Problem } from '../parts/states';
import { drawnExploration } from '../state/drawing';
import {
  explorationPlace,
  explore,
  nextNeighbours,
  nodeLimit,
  readExploration,
  shownGraph,
  type Exploration,
  type ExplorationAction,
  type ShownGraph,
} from '../state/exploration';
import { heldBy } from '../state/lens';
import { plural } from '../state/sentence';

/** The explorer: entities one by one onto a canvas or a list, with the claims behind every edge. */
export default function ExplorePage() {
  const address = useAddress();
  const [, go] = useLocation();
  const state = readExploration(address);
  const { edges, heldBy: holders, loading, problems } = useNeighbourhood(state.nodes, state.lens);
  const named = useEntities(state.nodes).flatMap(({ data }): Named[] => (data ? [data] : []));
  const shown = shownGraph(state, edges, named);
  const act = (action: ExplorationAction) => go(explorationPlace(explore(state, action)));
  const expand = (id: string) => act({ type: 'add', ids: nextNeighbours(id, edges, state.nodes) });
  usePageTitle('Explore');
  const summary = `${plural(shown.nodes.length, 'thing')} and ${plural(shown.edges.length, 'connection')}`;
  const list = <ExplorerList state={state} shown={shown} act={act} expand={expand} />;
  return (
    <div className="explore-page">
      <Title>Explore</Title>
      <Toolbar state={state} summary={summary} loading={loading} act={act} />
      {state.nodes.length > 0 && (
        <LensBar lens={state.lens} voices={false} onChange={(lens) => act({ type: 'lens', lens })} />
      )}
      <AsOf
        asOf={state.lens.asOf}
        today={explorationPlace({ ...state, lens: { ...state.lens, asOf: undefined } })}
      />
      {edges.length === 0 && holders.length > 0 && (
        <HeldBy
          holders={holders}
          place={(holder) => explorationPlace({ ...state, lens: heldBy(state.lens, holder) })}
        />
      )}
      {problems.map(({ id, error }) => (
        <Problem key={id} error={error} />
      ))}
      {state.nodes.length === 0 ? (
        <Beginning />
      ) : (
        <div className={state.picked ? 'explorer picked' : 'explorer'}>
          {state.view === 'canvas' ? (
            <div className="stage">
              <GraphView
                graph={loading ? undefined : drawnExploration(state, shown)}
                label={`${summary} drawn. “Show as list” gives the same by keyboard.`}
                onPick={(key) => {
                  if (key !== state.picked) act({ type: 'pick', key });
                }}
                onExpand={expand}
                otherwise={list}
              />
            </div>
          ) : (
            list
          )}
          <aside className="explorer-side" aria-label="Legend and evidence">
            <Picked state={state} shown={shown} act={act} expand={expand} />
            <Legend state={state} shown={shown} act={act} />
          </aside>
        </div>
      )}
    </div>
  );
}

interface ToolbarProps {
  state: Exploration;
  summary: string;
  loading: boolean;
  act: (action: ExplorationAction) => void;
}

function Toolbar({ state, summary, loading, act }: ToolbarProps) {
  const full = state.nodes.length >= nodeLimit;
  return (
    <div className="toolbar" role="group" aria-label="Exploration">
      <EntityField
        label="Add a thing"
        placeholder="compute, China, open models …"
        clearsOnChoice
        onChoose={(entity) => {
          if (entity) act({ type: 'add', ids: [entity.id] });
        }}
      />
      {state.nodes.length > 0 && (
        <>
          <button
            type="button"
            onClick={() => act({ type: 'view', view: state.view === 'list' ? 'canvas' : 'list' })}
          >
            {state.view === 'list' ? 'Show as picture' : 'Show as list'}
          </button>
          <button type="button" className="quiet" onClick={() => act({ type: 'clear' })}>
            Clear
          </button>
          <p role="status" className="fine">
            {summary}
            {loading && ', loading'}
            {full && `; ${nodeLimit} things are the most one picture holds`}
          </p>
        </>
      )}
    </div>
  );
}

function Beginning() {
  return (
    <section className="empty">
      <p>Add a thing above to begin, or start from one of these.</p>
      <ul>
        <li>
          <Link href="/explore?nodes=compute,sovereignty,alliance,stack-alignment">
            Compute, sovereignty and alliances
          </Link>
        </li>
        <li>
          <Link href="/explore?nodes=united-states,china,compute,open-models,compute-controls">
            The United States and China
          </Link>
        </li>
      </ul>
      <p>Double-click a thing to bring in its neighbours. Back in the browser takes a step back here too.</p>
    </section>
  );
}

function Legend({ state, shown, act }: { state: Exploration; shown: ShownGraph; act: ToolbarProps['act'] }) {
  if (shown.legend.length === 0) return null;
  return (
    <fieldset className="legend">
      <legend>Relations shown</legend>
      {shown.legend.map(({ relation, count, off }) => (
        <label key={relation.id}>
          <input
            type="checkbox"
            checked={!off}
            onChange={() => act({ type: 'toggleRelation', relation: relation.id })}
          />
          <span>{relation.label}</span>
          <span className="count">{count}</span>
        </label>
      ))}
      {state.off.length > 0 && (
        <button type="button" className="quiet" onClick={() => act({ type: 'showRelations' })}>
          Show all relations
        </button>
      )}
      <label className="voices">
        <span>Voices, at least</span>
        <select
          value={state.minVoices}
          onChange={(event) => act({ type: 'minVoices', minVoices: Number(event.target.value) })}
        >
          {[0, 1, 2, 3, 5].map((voices) => (
            <option key={voices} value={voices}>
              {voices === 0 ? 'any' : voices}
            </option>
          ))}
        </select>
      </label>
      <p className="fine key">
        <span className="sign raises">▲</span> raises <span className="sign lowers">▼</span> lowers{' '}
        <span className="sign unsigned">?</span> connected <span className="sign contested">⚑</span>{' '}
        contested, two strands
      </p>
    </fieldset>
  );
}
