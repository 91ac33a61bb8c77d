/** What the explorer shows, as plain data that its address carries; the edges themselves come from the API. */
import type { Edge, Named } from '../api/types';
import { distinctEdges, edgeKey, otherEnd, rankEdges, weightOf } from './edges';
import { lensParameters, noLens, readLens, type Lens } from './lens';
import { address, readChoice, readList, readWhole } from './parameters';

export interface Exploration {
  /** Entity ids in the order they came in. */
  nodes: readonly string[];
  /** Relation ids that are switched off. */
  off: readonly string[];
  /** An entity's id, or an edge's key. */
  picked?: string;
  view: 'canvas' | 'list';
  /** Entities of a path, in order, drawn as a thread. */
  thread: readonly string[];
  minVoices: number;
  /** Whose claims count; the least number of voices is a filter of its own here. */
  lens: Lens;
}

/** More entities than this make neither a picture nor an address. */
export const nodeLimit = 150;
/** How many neighbours one expansion brings in. */
export const expansionLimit = 12;

export const emptyExploration: Exploration = {
  nodes: [],
  off: [],
  view: 'canvas',
  thread: [],
  minVoices: 0,
  lens: noLens,
};

export function readExploration(search: string): Exploration {
  const parameters = new URLSearchParams(search);
  const thread = readList(parameters.get('thread'));
  return {
    nodes: [...new Set([...thread, ...readList(parameters.get('nodes'))])].slice(0, nodeLimit),
    off: readList(parameters.get('off')),
    picked: parameters.get('pick') ?? undefined,
    view: readChoice(parameters.get('view'), ['canvas', 'list']) ?? 'canvas',
    thread,
    minVoices: readWhole(parameters.get('minVoices'), 1, 100) ?? 0,
    lens: { ...readLens(parameters), minVoices: undefined },
  };
}

export function explorationPlace(state: Exploration): string {
  const onThread = new Set(state.thread);
  return address('/explore', {
    nodes: state.nodes.filter((id) => !onThread.has(id)),
    thread: state.thread,
    off: state.off,
    ...lensParameters(state.lens),
    minVoices: state.minVoices > 0 ? state.minVoices : undefined,
    view: state.view === 'list' ? 'list' : undefined,
    pick: state.picked,
  });
}

export type ExplorationAction =
  | { type: 'add'; ids: readonly string[] }
  | { type: 'remove'; id: string }
  | { type: 'keepOnly'; id: string; neighbours: readonly string[] }
  | { type: 'toggleRelation'; relation: string }
  | { type: 'showRelations' }
  | { type: 'pick'; key: string | undefined }
  | { type: 'view'; view: Exploration['view'] }
  | { type: 'minVoices'; minVoices: number }
  | { type: 'lens'; lens: Lens }
  | { type: 'clear' };

/** Whether a picked key still names something when `id` is gone. */
function stillPicked(picked: string | undefined, id: string): string | undefined {
  return picked?.split('~').includes(id) ? undefined : picked;
}

/** The next state; states are never changed in place. */
export function explore(state: Exploration, action: ExplorationAction): Exploration {
  switch (action.type) {
    case 'add':
      return { ...state, nodes: [...new Set([...state.nodes, ...action.ids])].slice(0, nodeLimit) };
    case 'remove':
      return {
        ...state,
        nodes: state.nodes.filter((id) => id !== action.id),
        thread: state.thread.includes(action.id) ? [] : state.thread,
        picked: stillPicked(state.picked, action.id),
      };
    case 'keepOnly':
      return {
        ...state,
        nodes: state.nodes.filter((id) => id === action.id || action.neighbours.includes(id)),
        thread: [],
        picked: action.id,
      };
    case 'toggleRelation':
      return {
        ...state,
        off: state.off.includes(action.relation)
          ? state.off.filter((id) => id !== action.relation)
          : [...state.off, action.relation],
      };
    case 'showRelations':
      return { ...state, off: [] };
    case 'pick':
      return { ...state, picked: action.key };
    case 'view':
      return { ...state, view: action.view };
    case 'minVoices':
      return { ...state, minVoices: action.minVoices };
    case 'lens':
      return { ...state, lens: action.lens };
    case 'clear':
      return { ...emptyExploration, view: state.view };
  }
}

export interface ShownGraph {
  nodes: Named[];
  edges: Edge[];
  /** How many neighbours of an entity are not shown yet. */
  hidden: Record<string, number>;
  /** Every relation between shown entities, with how many edges it has, switched off or not. */
  legend: { relation: Named; count: number; off: boolean }[];
}

/** Whether an edge passes the filters. */
function passes(edge: Edge, state: Exploration): boolean {
  return (
    !state.off.includes(edge.relation.id) && (state.minVoices === 0 || edge.voicesFor >= state.minVoices)
  );
}

/** What is drawn: the entities of the state, and every edge known between two of them that passes the filters. */
export function shownGraph(state: Exploration, known: readonly Edge[], named: readonly Named[]): ShownGraph {
  const edges = distinctEdges(known);
  const shown = new Set(state.nodes);
  const names = new Map(named.map((one) => [one.id, one]));
  for (const end of edges.flatMap((edge) => [edge.subject, edge.object]))
    if (!names.has(end.id)) names.set(end.id, end);
  const between = edges.filter((edge) => shown.has(edge.subject.id) && shown.has(edge.object.id));
  const counts = new Map<string, { relation: Named; count: number; off: boolean }>();
  for (const { relation } of between) {
    const entry = counts.get(relation.id) ?? { relation, count: 0, off: state.off.includes(relation.id) };
    counts.set(relation.id, { ...entry, count: entry.count + 1 });
  }
  return {
    nodes: state.nodes.map((id) => names.get(id) ?? { id, label: id }),
    edges: between.filter((edge) => passes(edge, state)),
    hidden: Object.fromEntries(state.nodes.map((id) => [id, hiddenNeighbours(id, edges, shown).length])),
    legend: [...counts.values()].sort(
      (a, b) => b.count - a.count || a.relation.label.localeCompare(b.relation.label, 'en'),
    ),
  };
}

function hiddenNeighbours(id: string, edges: readonly Edge[], shown: ReadonlySet<string>): string[] {
  const touching = edges.filter((edge) => edge.subject.id === id || edge.object.id === id);
  const ranked = rankEdges(touching, id).map((edge) => otherEnd(edge, id).id);
  return [...new Set(ranked)].filter((neighbour) => !shown.has(neighbour));
}

/** The neighbours that the next expansion of `id` brings in: those with most behind them first. */
export function nextNeighbours(id: string, known: readonly Edge[], shown: readonly string[]): string[] {
  return hiddenNeighbours(id, distinctEdges(known), new Set(shown)).slice(0, expansionLimit);
}

/** The neighbours of `id` that are shown. */
export function shownNeighbours(id: string, edges: readonly Edge[]): string[] {
  return [
    ...new Set(
      edges
        .filter((edge) => edge.subject.id === id || edge.object.id === id)
        .map((edge) => otherEnd(edge, id).id),
    ),
  ];
}

/** The picked edge among those shown, if an edge is picked. */
export function pickedEdge(picked: string | undefined, edges: readonly Edge[]): Edge | undefined {
  return picked?.includes('~') ? edges.find((edge) => edgeKey(edge) === picked) : undefined;
}

/** The edges of a thread: for each step the one with most behind it. */
export function threadEdges(thread: readonly string[], edges: readonly Edge[]): Set<string> {
  const keys = new Set<string>();
  thread.slice(1).forEach((to, index) => {
    const ends = new Set([thread[index], to]);
    const step = edges.filter((edge) => ends.has(edge.subject.id) && ends.has(edge.object.id));
    const best = step.sort((a, b) => weightOf(b) - weightOf(a))[0];
    if (best) keys.add(edgeKey(best));
  });
  return keys;
}
