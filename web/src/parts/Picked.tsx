import { Link } from 'wouter';
import type { Edge } from '../api/types';
import type { Exploration, ExplorationAction } from '../state/exploration';
import { edgeCall, edgesCall } from '../state/entityView';
import { entityPlace, pathsPlace } from '../state/places';
import { edgeWatch } from '../state/reader';
import { plural } from '../state/sentence';
import { besideEdge, pickedEdge, type ShownGraph } from '../state/shownGraph';
import { BehindAnswer } from './Behind';
import { edgeKey } from '../state/edges';
import { EdgeEvidence } from './EdgeRow';
import { edgeActions, nodeActions, selectionActions, type NodeAction } from './explorerActions';
import { Expansions } from './Expansions';
import { FollowButton } from './FollowButton';
import { Fold } from './Fold';
import { ContestedMark, SignMark, Support } from './signs';

export interface ExplorerProps {
  state: Exploration;
  shown: ShownGraph;
  /** The heaviest edges around the picked entity, drawn or not; none until they have come. */
  around: readonly Edge[];
  act: (action: ExplorationAction) => void;
  /** Brings in the next neighbours of an entity. */
  expand: (id: string) => void;
}

/** What is picked on the canvas or in the list: an edge with its evidence, or an entity with what to do with it. */
export function Picked(props: ExplorerProps) {
  const { state, shown, act } = props;
  const edge = pickedEdge(state.picked, shown.edges);
  const node = shown.nodes.find((one) => one.id === state.picked);
  return (
    <>
      {state.selected.length > 0 && <Selected {...props} />}
      {edge && <PickedEdge edge={edge} props={props} onClose={() => act({ type: 'pick', key: undefined })} />}
      {node && <PickedNode id={node.id} label={node.label} props={props} />}
      {!edge && !node && (
        <p className="fine picked-none">
          Pick a connection to read the claims behind it, or a thing to expand it. Shift and drag to select
          several things.
        </p>
      )}
    </>
  );
}

function Buttons({ actions }: { actions: readonly NodeAction[] }) {
  return (
    <div className="buttons">
      {actions.map(({ name, run, disabled = false }) => (
        <button key={name} type="button" disabled={disabled} onClick={run}>
          {name}
        </button>
      ))}
    </div>
  );
}

function Selected(props: ExplorerProps) {
  return (
    <section className="picked-panel" aria-label="Selection">
      <h2>{plural(props.state.selected.length, 'thing')} selected</h2>
      <Buttons actions={selectionActions(props)} />
    </section>
  );
}

interface PickedEdgeProps {
  edge: Edge;
  props: ExplorerProps;
  onClose: () => void;
}

function PickedEdge({ edge, props, onClose }: PickedEdgeProps) {
  const { state, shown, act } = props;
  const beside = besideEdge(edge, shown.edges);
  const { subject, relation, object } = edge;
  return (
    <section className="picked-panel" aria-labelledby="picked-title">
      <h2 id="picked-title">
        <Link href={entityPlace(subject.id)}>{subject.label}</Link> <SignMark sign={edge.sign} />{' '}
        {relation.label} <Link href={entityPlace(object.id)}>{object.label}</Link>
      </h2>
      <p className="picked-line">
        <Support edge={edge} />
        {edge.contested && <ContestedMark contestedBy={edge.contestedBy} />}
      </p>
      {beside.length > 0 && (
        <p className="fine">
          Between the two as well:{' '}
          {beside.map((other) => (
            <button
              key={edgeKey(other)}
              type="button"
              className="quiet"
              onClick={() => act({ type: 'pick', key: edgeKey(other) })}
            >
              {other.subject.label} {other.relation.label} {other.object.label}
            </button>
          ))}
        </p>
      )}
      <p className="buttons">
        <FollowButton follow={edgeWatch(edge)} label="this connection" />
      </p>
      <EdgeEvidence edge={edge} />
      <details className="expansions">
        <summary>What to do with it</summary>
        <Buttons actions={edgeActions(edge, props)} />
      </details>
      <Fold title="Query behind this">
        {() => <BehindAnswer call={edgeCall(subject.id, relation.id, state.lens)} />}
      </Fold>
      <button type="button" className="quiet" onClick={onClose}>
        Close
      </button>
    </section>
  );
}

function PickedNode({ id, label, props }: { id: string; label: string; props: ExplorerProps }) {
  return (
    <section className="picked-panel" aria-labelledby="picked-title">
      <h2 id="picked-title">
        <Link href={entityPlace(id)}>{label}</Link>
      </h2>
      <Buttons actions={nodeActions(id, props)} />
      <Expansions id={id} {...props} />
      <p>
        <Link href={pathsPlace({ from: id })}>Paths from here</Link> ·{' '}
        <Link href={pathsPlace({ to: id })}>Paths to here</Link>
      </p>
      <Fold key={id} title="Query behind its connections">
        {() => <BehindAnswer call={edgesCall(id, props.state.lens, 200)} />}
      </Fold>
    </section>
  );
}
