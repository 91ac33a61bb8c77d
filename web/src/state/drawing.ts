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
  kind?: string | undefined;
  /** Neighbours that are not drawn. */
  hidden: number;
  onThread: boolean;
  /** Where it stands to begin with; elsewhere the arrangement decides. */
  place?: Point;
}

export interface DrawnEdge {
  key: string;
  /** The keys of all edges that it stands for, its own among them. */
  keys: readonly string[];
  subject: string;
  object: string;
  /** The sign and the relation's name. */
  label: string;
  /** The sign alone, where there is no room for more. */
  mark: string;
  sign: Sign;
  contested: boolean;
  onThread: boolean;
  weight: number;
}

export interface DrawnGraph {
  nodes: readonly DrawnNode[];
  edges: readonly DrawnEdge[];
  arrangement: Arrangement;
}

/** What stands out of a graph at the moment: it changes often, and changes nothing of where things stand. */
export interface Emphasis {
  /** An entity's id or an edge's key. */
  picked?: string | undefined;
  selected: readonly string[];
  /** Where entities were put by hand. */
  pins: Readonly<Record<string, Point>>;
  /** Edges and entities that are pointed at elsewhere, such as in the list beside the picture. */
  lit: readonly string[];
}

export const noEmphasis: Emphasis = { selected: [], pins: {}, lit: [] };

/** What stands out where an entity or edge is pointed at: an edge with both its ends. */
export function litOf(key: string | undefined): readonly string[] {
  if (key === undefined) return [];
  const [subject = key, , object = key] = key.split('~');
  return [...new Set([key, subject, object])];
}

/** What stands out in an exploration. */
export const emphasisOf = ({
  picked,
  selected,
  pins,
}: Pick<Exploration, 'picked' | 'selected' | 'pins'>): Emphasis => ({
  picked,
  selected,
  pins,
  lit: [],
});

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

function drawnEdge(edge: Drawable, onThread: boolean): DrawnEdge {
  const [glyph, flag] = [signGlyph(edge.sign), edge.contested ? ' ⚑' : ''];
  const key = edgeKey(edge);
  return {
    key,
    keys: [key],
    subject: edge.subject.id,
    object: edge.object.id,
    label: `${glyph} ${edge.relation.label}${flag}`,
    mark: glyph + flag,
    sign: edge.sign,
    contested: edge.contested,
    onThread,
    weight: edge.voicesFor + edge.voicesAgainst,
  };
}

/** Several paths in lanes, the open one as the thread. */
export function drawnPaths(paths: readonly Path[], open: number): DrawnGraph {
  const ids = paths.map((path) => path.nodes.map((node) => node.id));
  const places = pathLanes(ids);
  const thread = new Set(ids[open] ?? ids[0]);
  const nodes = new Map(paths.flatMap((path) => path.nodes.map((node) => [node.id, node] as const)));
  const threadKeys = new Set((paths[open] ?? paths[0])?.hops.map(edgeKey));
  const hops = new Map(paths.flatMap((path) => path.hops.map((hop) => [edgeKey(hop), hop] as const)));
  return {
    nodes: [...nodes.values()].map(({ id, label, kind }) => ({
      id,
      label,
      kind,
      hidden: 0,
      onThread: thread.has(id),
      place: places[id],
    })),
    edges: [...hops].map(([key, hop]) => drawnEdge(hop, threadKeys.has(key))),
    arrangement: 'force',
  };
}

/** An exploration as it stands, without what stands out in it. */
export function drawnExploration(
  { thread, arrangement }: Pick<Exploration, 'thread' | 'arrangement'>,
  shown: ShownGraph,
): DrawnGraph {
  const places = threadLine(thread);
  const threadKeys = threadEdges(thread, shown.edges);
  return {
    nodes: shown.nodes.map(({ id, label, kind }) => ({
      id,
      label,
      kind,
      hidden: shown.hidden[id] ?? 0,
      onThread: places[id] !== undefined,
      place: places[id],
    })),
    edges: bundled(shown.edges.map((edge) => drawnEdge(edge, threadKeys.has(edgeKey(edge))))),
    arrangement,
  };
}

/** With more edges than this from one entity to another, those of one sign are drawn as one. */
const bundleLimit = 2;

/** Edges side by side that would hide one another, as one “×n” for each sign: that of the thread, or the heaviest. */
export function bundled(edges: readonly DrawnEdge[]): DrawnEdge[] {
  return grouped(edges, ({ subject, object }) => `${subject} ${object}`).flatMap((pair) =>
    pair.length <= bundleLimit ? pair : grouped(pair, ({ sign }) => sign).flatMap(bundle),
  );
}

function grouped<T>(all: readonly T[], keyOf: (one: T) => string): T[][] {
  const groups = new Map<string, T[]>();
  for (const one of all) {
    const key = keyOf(one);
    const group = groups.get(key);
    if (group) group.push(one);
    else groups.set(key, [one]);
  }
  return [...groups.values()];
}

function bundle(edges: readonly DrawnEdge[]): DrawnEdge[] {
  const rank = (edge: DrawnEdge) => (edge.onThread ? 1e6 : 0) + edge.weight;
  const [first] = [...edges].sort((a, b) => rank(b) - rank(a));
  if (!first || edges.length === 1) return [...edges];
  const count = ` ×${edges.length}`;
  const contested = edges.some((edge) => edge.contested);
  const keys = edges.map(({ key }) => key);
  return [{ ...first, keys, label: first.label + count, mark: first.mark + count, contested }];
}
