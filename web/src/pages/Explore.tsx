import { Redo2, Undo2 } from 'lucide-react';
import { useState } from 'react';
import { Link } from 'wouter';
import { useNames } from '../api/pathQueries';
import type { Named } from '../api/types';
import { AsOf } from '../parts/AsOf';
import { EntityField } from '../parts/EntityField';
import { ExplorerList } from '../parts/ExplorerList';
import { ExplorerPicture } from '../parts/ExplorerPicture';
import { useExploration, useExplored } from '../parts/exploring';
import { HeldBy } from '../parts/HeldBy';
import { KeepView, KeptViews } from '../parts/KeepView';
import { useKeys, type Key } from '../parts/keys';
import { KeyList, useKeySwitch } from '../parts/KeyList';
import { Legend } from '../parts/Legend';
import { LensBar } from '../parts/LensBar';
import { Outline } from '../parts/Outline';
import { Picked, type ExplorerProps } from '../parts/Picked';
import { Title, usePageTitle } from '../parts/page';
import { Problem, Skeleton } from '../parts/states';
import { TakeAway } from '../parts/TakeAway';
import { drawnExploration } from '../state/drawing';
import { edgeKey } from '../state/edges';
import {
  arrangements,
  explorationPlace,
  nodeLimit,
  type Arrangement,
  type Exploration,
} from '../state/exploration';
import type { Point } from '../state/layout';
import { heldBy, lensText } from '../state/lens';
import { plural } from '../state/sentence';

/** The explorer: entities one by one onto a canvas or a list, with the claims behind every edge. */
export default function ExplorePage() {
  const { state, act, undo, redo } = useExploration();
  const { props, holders, loading, outdated, error, retry, left } = useExplored(state, act);
  const [places, setPlaces] = useState<() => Record<string, Point>>(() => () => ({}));
  usePageTitle('Explore');
  const { nodes, edges } = props.shown;
  const summary = `${plural(nodes.length, 'thing')} and ${plural(edges.length, 'connection')}`;
  const said = left > 0 ? `${summary}, ${left} more with fewer voices left out` : summary;
  const name = useNames([state.lens.holder, state.lens.speaker], state.lens.source);
  const awaited = outdated ? `Loading what is seen by ${lensText(state.lens, name)} …` : undefined;
  return (
    <div className="explore-page">
      <Title>Explore</Title>
      <Toolbar
        props={props}
        summary={awaited ?? said}
        loading={loading && !outdated}
        undo={undo}
        redo={redo}
      />
      {state.nodes.length > 0 && (
        <LensBar lens={state.lens} voices={false} onChange={(lens) => act({ type: 'lens', lens })} />
      )}
      {state.lens.asOf !== undefined && (
        <AsOf
          asOf={state.lens.asOf}
          today={explorationPlace({ ...state, lens: { ...state.lens, asOf: undefined } })}
        />
      )}
      {holders.length > 0 && (
        <HeldBy
          holders={holders}
          place={(holder) => explorationPlace({ ...state, lens: heldBy(state.lens, holder) })}
        />
      )}
      {error && <Problem error={error} onRetry={retry} />}
      {state.nodes.length === 0 ? (
        <Beginning />
      ) : (
        <div className={state.picked ? 'explorer picked' : 'explorer'} aria-busy={outdated}>
          {state.view === 'canvas' && (
            <ExplorerPicture
              props={props}
              loading={loading}
              awaited={awaited}
              summary={summary}
              onPlaces={setPlaces}
            />
          )}
          {state.view !== 'canvas' && awaited && <Skeleton lines={10} label={awaited} />}
          {state.view === 'list' && !awaited && <ExplorerList {...props} />}
          {state.view === 'outline' && !awaited && (
            <section className="explorer-list" aria-label="Outline">
              <Outline {...props} />
            </section>
          )}
          <aside className="explorer-side" aria-label="Legend and evidence" inert={outdated}>
            <Picked {...props} />
            <Legend {...props} />
            <TakeAway
              shown={() => ({
                entities: nodes.map(({ id }) => id),
                edges: edges.map(edgeKey),
                lens: state.lens,
              })}
              drawn={
                state.view === 'canvas'
                  ? () => ({ graph: drawnExploration(state, props.shown), at: places() })
                  : undefined
              }
              title={nameOf(nodes)}
              place={() => placeOf(state, places())}
            />
            <KeepView title={nameOf(nodes)} place={(asOf) => placeOf(state, places(), asOf)} />
          </aside>
        </div>
      )}
    </div>
  );
}

/** The address of a view with everything where it stands now. */
function placeOf(state: Exploration, places: Record<string, Point>, asOf = state.lens.asOf): string {
  return explorationPlace({ ...state, pins: { ...places, ...state.pins }, lens: { ...state.lens, asOf } });
}

function nameOf(nodes: readonly Named[]): string {
  const first = nodes.slice(0, 3).map(({ label }) => label);
  const rest = nodes.length - first.length;
  return first.join(', ') + (rest > 0 ? ` and ${rest} more` : '');
}

interface ToolbarProps {
  props: ExplorerProps;
  summary: string;
  loading: boolean;
  undo?: () => void;
  redo?: () => void;
}

function Toolbar({ props: { state, act }, summary, loading, undo, redo }: ToolbarProps) {
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
      <Steps undo={undo} redo={redo} />
      {state.nodes.length > 0 && (
        <>
          <button
            type="button"
            onClick={() => act({ type: 'view', view: state.view === 'canvas' ? 'list' : 'canvas' })}
          >
            {state.view === 'canvas' ? 'Show as list' : 'Show as picture'}
          </button>
          <button
            type="button"
            onClick={() => act({ type: 'view', view: state.view === 'outline' ? 'list' : 'outline' })}
          >
            {state.view === 'outline' ? 'Show as list' : 'Show as outline'}
          </button>
          {state.view === 'canvas' && <Arranging state={state} act={act} />}
          <button type="button" className="quiet" onClick={() => act({ type: 'clear' })}>
            Clear
          </button>
          <Keys undo={undo} redo={redo} />
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

function Steps({ undo, redo }: Pick<ToolbarProps, 'undo' | 'redo'>) {
  if (!undo && !redo) return null;
  return (
    <span className="steps">
      <button type="button" className="icon" disabled={!undo} onClick={undo} title="Undo (Ctrl+Z)">
        <Undo2 size={18} aria-hidden="true" />
        <span className="unseen">Undo</span>
      </button>
      <button type="button" className="icon" disabled={!redo} onClick={redo} title="Redo (Ctrl+Y)">
        <Redo2 size={18} aria-hidden="true" />
        <span className="unseen">Redo</span>
      </button>
    </span>
  );
}

const arrangementNames: Record<Arrangement, string> = {
  force: 'by closeness',
  layers: 'causes to effects',
  circle: 'in a circle',
};

function Arranging({ state, act }: Pick<ExplorerProps, 'state' | 'act'>) {
  const pinned = Object.keys(state.pins).length;
  return (
    <>
      <label className="arranging">
        <span>Arranged</span>
        <select
          value={state.arrangement}
          onChange={(event) => {
            const arrangement = arrangements.find((one) => one === event.target.value);
            if (arrangement) act({ type: 'arrange', arrangement });
          }}
        >
          {arrangements.map((one) => (
            <option key={one} value={one}>
              {arrangementNames[one]}
            </option>
          ))}
        </select>
      </label>
      {pinned > 0 && (
        <button type="button" className="quiet" onClick={() => act({ type: 'unpin' })}>
          Let go of {pinned} placed
        </button>
      )}
    </>
  );
}

function Keys({ undo, redo }: Pick<ToolbarProps, 'undo' | 'redo'>) {
  const [on, setOn] = useKeySwitch();
  const keys: Key[] = [
    { key: 'u', does: 'undo (Ctrl+Z too)', action: undo },
    { key: 'r', does: 'redo (Ctrl+Y too)', action: redo },
  ];
  const onPicture: Key[] = [
    { key: '← ↑ ↓ →', does: 'on the picture: to the next thing that way' },
    { key: 'Enter', does: 'on the picture: expand, a few neighbours at a time' },
    { key: 'e', does: 'on the picture: on to its neighbours by relation' },
    { key: 'Space', does: 'on the picture: select, or take out' },
    { key: 'n', does: 'on the picture: select its neighbours' },
    { key: 'Delete', does: 'on the picture: hide' },
    { key: 'Esc', does: 'on the picture: pick nothing' },
    { key: '→ ←', does: 'in the outline: open and close; Enter picks, Space selects' },
  ];
  useKeys(keys, on);
  return <KeyList keys={[...keys, ...onPicture]} on={on} onSwitch={setOn} />;
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
      <p>
        Double-click a thing to bring in its first neighbours; beside the picture then stands, by relation,
        what is left. Every step can be undone.
      </p>
      <KeptViews />
    </section>
  );
}
