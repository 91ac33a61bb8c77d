/** What a canvas is told to draw: plain data, made from paths or from an exploration. */
import type { Edge, Path, Sign } from '../api/types';
import { edgeKey } from './edges';
import type { Arrangement, Exploration } from './exploration';
import { pathLanes, threadLine, type Point } from './layout';
import { signGlyph } from './sentence';
import { threadEdges, type ShownGraph } from './shownGraph';

export interface DrawnNode {
  id: string;
  label: string;
  /** Neighbours that are not drawn. */
  hidden: number;
  onThread: boolean;
  picked: boolean;
  selected: boolean;
  /** Where it stands to begin with; elsewhere the arrangement decides. */
  place?: Point;
  /** Where it was put by hand. */
  pin?: Point;
}

export interface DrawnEdge {
  key: string;
  subject: string;
  object: string;
  /** The sign and the relation's name. */
  label: string;
  /** The sign alone, where there is no room for more. */
  mark: string;
  sign: Sign;
  contested: boolean;
  onThread: boolean;
  picked: boolean;
  weight: number;
}

export interface DrawnGraph {
  nodes: DrawnNode[];
  edges: DrawnEdge[];
  arrangement: Arrangement;
}

/** A name in lines of about `width` characters, broken between words. */
export function wrapLabel(label: string, width = 20): string[] {
  const lines: string[] = [];
  for (const word of label.split(' ')) {
    const last = lines[lines.length - 1];
    if (last !== undefined && last.length + word.length < width) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

type Drawable = Pick<
  Edge,
  'subject' | 'relation' | 'object' | 'sign' | 'contested' | 'voicesFor' | 'voicesAgainst'
>;

function drawnEdge(edge: Drawable, onThread: boolean, picked: boolean): DrawnEdge {
  const [glyph, flag] = [signGlyph(edge.sign), edge.contested ? ' ⚑' : ''];
  return {
    key: edgeKey(edge),
    subject: edge.subject.id,
    object: edge.object.id,
    label: `${glyph} ${edge.relation.label}${flag}`,
    mark: glyph + flag,
    sign: edge.sign,
    contested: edge.contested,
    onThread,
    picked,
    weight: edge.voicesFor + edge.voicesAgainst,
  };
}

/** Several paths in lanes, the open one as the thread. */
export function drawnPaths(paths: readonly Path[], open: number): DrawnGraph {
  const ids = paths.map((path) => path.nodes.map((node) => node.id));
  const places = pathLanes(ids);
  const thread = new Set(ids[open] ?? ids[0]);
  const labels = new Map(paths.flatMap((path) => path.nodes.map((node) => [node.id, node.label] as const)));
  const threadKeys = new Set((paths[open] ?? paths[0])?.hops.map(edgeKey));
  const hops = new Map(paths.flatMap((path) => path.hops.map((hop) => [edgeKey(hop), hop] as const)));
  return {
    nodes: [...labels].map(([id, label]) => ({
      id,
      label,
      hidden: 0,
      onThread: thread.has(id),
      picked: false,
      selected: false,
      place: places[id],
    })),
    edges: [...hops].map(([key, hop]) => drawnEdge(hop, threadKeys.has(key), false)),
    arrangement: 'force',
  };
}

/** An exploration as it stands. */
export function drawnExploration(state: Exploration, shown: ShownGraph): DrawnGraph {
  const places = threadLine(state.thread);
  const threadKeys = threadEdges(state.thread, shown.edges);
  return {
    nodes: shown.nodes.map(({ id, label }) => ({
      id,
      label,
      hidden: shown.hidden[id] ?? 0,
      onThread: state.thread.includes(id),
      picked: state.picked === id,
      selected: state.selected.includes(id),
      pin: state.pins[id],
      place: places[id],
    })),
    edges: bundled(
      shown.edges.map((edge) => {
        const key = edgeKey(edge);
        return drawnEdge(edge, threadKeys.has(key), state.picked === key);
      }),
    ),
    arrangement: state.arrangement,
  };
}

/** With more edges than this from one entity to another, those of one sign are drawn as one. */
const bundleLimit = 2;

/** Edges side by side that would hide one another, as one “×n” for each sign: the heaviest, or that which matters now. */
export function bundled(edges: readonly DrawnEdge[]): DrawnEdge[] {
  return grouped(edges, ({ subject, object }) => `${subject} ${object}`).flatMap((pair) =>
    pair.length <= bundleLimit ? pair : grouped(pair, ({ sign }) => sign).flatMap(bundle),
  );
}

function grouped<T>(all: readonly T[], keyOf: (one: T) => string): T[][] {
  const groups = new Map<string, T[]>();
  for (const one of all) groups.set(keyOf(one), [...(groups.get(keyOf(one)) ?? []), one]);
  return [...groups.values()];
}

function bundle(edges: readonly DrawnEdge[]): DrawnEdge[] {
  const rank = (edge: DrawnEdge) => (edge.picked ? 2e6 : 0) + (edge.onThread ? 1e6 : 0) + edge.weight;
  const [first] = [...edges].sort((a, b) => rank(b) - rank(a));
  if (!first || edges.length === 1) return [...edges];
  const count = ` ×${edges.length}`;
  const contested = edges.some((edge) => edge.contested);
  return [{ ...first, label: first.label + count, mark: first.mark + count, contested }];
}
