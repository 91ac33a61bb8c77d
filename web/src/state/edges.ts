/** Edges as plain data: told apart, grouped and ranked. */
import type { Edge, Link, Named } from '../api/types';

/** Names an edge: subject, relation and object never contain the mark between them. */
export const edgeKey = (edge: Pick<Edge, 'subject' | 'relation' | 'object'>): string =>
  `${edge.subject.id}~${edge.relation.id}~${edge.object.id}`;

/** The edge that a link is part of, read either way where both ways mean the same. */
export function edgeOf(link: Link, edges: readonly Edge[]): Edge | undefined {
  return edges.find(
    ({ subject, relation, object }) =>
      relation.id === link.relation &&
      ((subject.id === link.subject && object.id === link.object) ||
        (subject.id === link.object && object.id === link.subject)),
  );
}

/** The end of an edge that is not `id`. */
export const otherEnd = (edge: Edge, id: string): Named =>
  edge.subject.id === id ? edge.object : edge.subject;

/** How much stands behind an edge, for ranking only. */
export const weightOf = (edge: Edge): number => edge.voicesFor + edge.voicesAgainst + (edge.facts ? 0.5 : 0);

/** Heaviest first, then by the other end's name, so that the order never changes by itself. */
export function rankEdges(edges: readonly Edge[], around: string): Edge[] {
  return [...edges].sort(
    (a, b) =>
      weightOf(b) - weightOf(a) || otherEnd(a, around).label.localeCompare(otherEnd(b, around).label, 'en'),
  );
}

/** By what a list of edges is ordered. */
export type EdgeOrder = 'name' | 'voices' | 'dispute';

const edgeName = ({ subject, relation, object }: Edge): string =>
  `${subject.label} ${relation.label} ${object.label}`;

const orders: Record<EdgeOrder, (a: Edge, b: Edge) => number> = {
  name: (a, b) => edgeName(a).localeCompare(edgeName(b), 'en'),
  voices: (a, b) => weightOf(b) - weightOf(a),
  dispute: (a, b) => Number(b.contested) - Number(a.contested) || weightOf(b) - weightOf(a),
};

/** In another order than they came; those that are alike keep their places. */
export const sortEdges = (edges: readonly Edge[], order: EdgeOrder | undefined): readonly Edge[] =>
  order === undefined ? edges : [...edges].sort(orders[order]);

export interface EdgeGroup {
  relation: Named;
  /** Whether the entity looked from is the subject. */
  outgoing: boolean;
  edges: Edge[];
}

/** The edges of one entity grouped by relation and direction, most edges first. */
export function groupEdges(edges: readonly Edge[], around: string): EdgeGroup[] {
  const groups = new Map<string, EdgeGroup>();
  for (const edge of rankEdges(edges, around)) {
    const outgoing = edge.subject.id === around;
    const key = `${edge.relation.id} ${outgoing ? 'out' : 'in'}`;
    const group = groups.get(key) ?? { relation: edge.relation, outgoing, edges: [] };
    group.edges.push(edge);
    groups.set(key, group);
  }
  return [...groups.values()].sort(
    (a, b) =>
      b.edges.length - a.edges.length ||
      Number(b.outgoing) - Number(a.outgoing) ||
      a.relation.label.localeCompare(b.relation.label, 'en'),
  );
}

/** Each edge once, in the order first met. */
export function distinctEdges(edges: readonly Edge[]): Edge[] {
  return [...new Map(edges.map((edge) => [edgeKey(edge), edge])).values()];
}
