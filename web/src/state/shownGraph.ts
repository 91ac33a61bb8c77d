/** What an exploration draws, and what it leaves hidden, from the edges that are known. */
import type { Edge, Named } from '../api/types';
import { distinctEdges, edgeKey, groupEdges, otherEnd, rankEdges, weightOf } from './edges';
import { quickLimit, type Exploration } from './exploration';

/** One kind or relation in the legend: how much of it there is, and whether it is switched off. */
export interface LegendEntry {
  id: string;
  label: string;
  count: number;
  off: boolean;
}

export interface ShownGraph {
  nodes: Named[];
  edges: Edge[];
  /** How many neighbours of an entity are not shown yet. */
  hidden: Record<string, number>;
  /** Every relation between the entities of the state, with how many edges it has, switched off or not. */
  relations: LegendEntry[];
  /** Every kind among the entities of the state, likewise. */
  kinds: LegendEntry[];
}

/** Whether an edge passes the filters. */
function passes(edge: Edge, state: Shown): boolean {
  return (
    !state.off.includes(edge.relation.id) && (state.minVoices === 0 || edge.voicesFor >= state.minVoices)
  );
}

/** Entries with most behind them first, then by name. */
function legend(of: readonly Named[], off: readonly string[]): LegendEntry[] {
  const entries = new Map<string, LegendEntry>();
  for (const { id, label } of of) {
    const known = entries.get(id);
    if (known) known.count += 1;
    else entries.set(id, { id, label, count: 1, off: off.includes(id) });
  }
  return [...entries.values()].sort((a, b) => b.count - a.count || a.label.localeCompare(b.label, 'en'));
}

/** What the server tells of the entities of one picture. */
export interface Picture {
  /** Their names, and with how many others each has an edge. */
  entities: ReadonlyMap<string, Named & { outside: number }>;
  /** The edges between them, those with most voices first. */
  edges: readonly Edge[];
  /** How many there are; more than are here where there are too many. */
  total: number;
}

export const noPicture: Picture = { entities: new Map(), edges: [], total: 0 };

/** What of a state decides what is drawn. */
export type Shown = Pick<Exploration, 'nodes' | 'off' | 'offKinds' | 'minVoices'>;

/** What is drawn: the entities of the state, and every edge known between two of them that passes the filters. */
export function shownGraph(state: Shown, { entities, edges }: Picture): ShownGraph {
  const all = state.nodes.map((id): Named => {
    const { label = id, kind } = entities.get(id) ?? {};
    return { id, label, kind };
  });
  const nodes = all.filter(({ kind }) => !kind || !state.offKinds.includes(kind));
  const drawn = new Set(nodes.map(({ id }) => id));
  const between = edges.filter((edge) => drawn.has(edge.subject.id) && drawn.has(edge.object.id));
  return {
    nodes,
    edges: between.filter((edge) => passes(edge, state)),
    hidden: Object.fromEntries(nodes.map(({ id }) => [id, entities.get(id)?.outside ?? 0])),
    relations: legend(
      between.map((edge) => edge.relation),
      state.off,
    ),
    kinds: legend(
      all.flatMap(({ kind }) => (kind ? [{ id: kind, label: kind }] : [])),
      state.offKinds,
    ),
  };
}

/** The neighbours of an entity by a relation: how many it has, and those that are not there yet. */
export interface Expansion {
  relation: Named;
  outgoing: boolean;
  total: number;
  hidden: string[];
}

/** The neighbours of `id` by relation, those with most to bring in first; each list with most behind it first. */
export function expansionsOf(id: string, known: readonly Edge[], nodes: readonly string[]): Expansion[] {
  const held = new Set(nodes);
  const touching = distinctEdges(known).filter((edge) => edge.subject.id === id || edge.object.id === id);
  return groupEdges(touching, id)
    .map(({ relation, outgoing, edges }) => {
      const ends = [...new Set(edges.map((edge) => otherEnd(edge, id).id))];
      return { relation, outgoing, total: ends.length, hidden: ends.filter((end) => !held.has(end)) };
    })
    .sort((a, b) => b.hidden.length - a.hidden.length || b.total - a.total);
}

function hiddenNeighbours(id: string, edges: readonly Edge[], shown: ReadonlySet<string>): string[] {
  const touching = edges.filter((edge) => edge.subject.id === id || edge.object.id === id);
  const ranked = rankEdges(touching, id).map((edge) => otherEnd(edge, id).id);
  return [...new Set(ranked)].filter((neighbour) => !shown.has(neighbour));
}

/** The neighbours that the next quick expansion of `id` brings in: those with most behind them first. */
export function nextNeighbours(id: string, known: readonly Edge[], shown: readonly string[]): string[] {
  return hiddenNeighbours(id, distinctEdges(known), new Set(shown)).slice(0, quickLimit);
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

/** Entities and all that are shown around them. */
export function withNeighbours(ids: readonly string[], edges: readonly Edge[]): string[] {
  const held = new Set(ids);
  const touching = edges.filter(({ subject, object }) => held.has(subject.id) || held.has(object.id));
  return [...new Set([...ids, ...touching.flatMap(({ subject, object }) => [subject.id, object.id])])];
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

/** The other edges between the ends of `edge`, either way. */
export function besideEdge(edge: Edge, edges: readonly Edge[]): Edge[] {
  const ends = new Set([edge.subject.id, edge.object.id]);
  return edges.filter(
    (other) => edgeKey(other) !== edgeKey(edge) && ends.has(other.subject.id) && ends.has(other.object.id),
  );
}
