import { Link } from 'wouter';
import type { Edge } from '../api/types';
import {
  pickedEdge,
  shownNeighbours,
  type Exploration,
  type ExplorationAction,
  type ShownGraph,
} from '../state/exploration';
import { edgeCall, edgesCall } from '../state/entityView';
import type { Lens } from '../state/lens';
import { entityPlace, pathsPlace } from '../state/places';
import { plural } from '../state/sentence';
import { BehindAnswer } from './Behind';
import { EdgeEvidence } from './EdgeRow';
import { Fold } from './Fold';
import { ContestedMark, SignMark, Support } from './signs';

export interface ExplorerProps {
  state: Exploration;
  shown: ShownGraph;
  act: (action: ExplorationAction) => void;
  expand: (id: string) => void;
}

/** What is picked on the canvas or in the list: an edge with its evidence, or an entity with what to do with it. */
export function Picked({ state, shown, act, expand }: ExplorerProps) {
  const edge = pickedEdge(state.picked, shown.edges);
  const node = shown.nodes.find((one) => one.id === state.picked);
  if (edge)
    return <PickedEdge edge={edge} lens={state.lens} onClose={() => act({ type: 'pick', key: undefined })} />;
  if (node) return <PickedNode id={node.id} label={node.label} props={{ state, shown, act, expand }} />;
  return (
    <p className="fine picked-none">
      Pick a connection to read the claims behind it, or a thing to expand it.
    </p>
  );
}

interface PickedEdgeProps {
  edge: Edge;
  lens: Lens;
  onClose: () => void;
}

function PickedEdge({ edge, lens, onClose }: PickedEdgeProps) {
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
      <EdgeEvidence edge={edge} />
      <Fold title="Query behind this">
        {() => <BehindAnswer call={edgeCall(subject.id, relation.id, lens)} />}
      </Fold>
      <button type="button" className="quiet" onClick={onClose}>
        Close
      </button>
    </section>
  );
}

function PickedNode({ id, label, props }: { id: string; label: string; props: ExplorerProps }) {
  const { state, shown, act, expand } = props;
  const hidden = shown.hidden[id] ?? 0;
  return (
    <section className="picked-panel" aria-labelledby="picked-title">
      <h2 id="picked-title">
        <Link href={entityPlace(id)}>{label}</Link>
      </h2>
      <div className="buttons">
        <button type="button" onClick={() => expand(id)} disabled={hidden === 0}>
          {hidden === 0 ? 'All neighbours shown' : `Expand (${plural(hidden, 'neighbour')} hidden)`}
        </button>
        <button type="button" onClick={() => act({ type: 'remove', id })}>
          Hide
        </button>
        <button
          type="button"
          onClick={() => act({ type: 'keepOnly', id, neighbours: shownNeighbours(id, shown.edges) })}
        >
          Hide all but its neighbours
        </button>
      </div>
      <p>
        <Link href={pathsPlace({ from: id })}>Paths from here</Link> ·{' '}
        <Link href={pathsPlace({ to: id })}>Paths to here</Link>
      </p>
      <Fold key={id} title="Query behind its connections">
        {() => <BehindAnswer call={edgesCall(id, state.lens, 100)} />}
      </Fold>
    </section>
  );
}
