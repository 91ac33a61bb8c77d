/** The three ways to arrange a picture. What has a place keeps it; the same graph gives the same picture, always. */
import type { Arrangement } from './exploration';
import { settle, type LayoutGraph, type Point } from './layout';

export interface ToArrange {
  graph: LayoutGraph;
  arrangement: Arrangement;
  /** What stays where it is. */
  placed: Readonly<Record<string, Point>>;
}

/** Places for all of a graph. */
export function arrange({ graph, arrangement, placed }: ToArrange): Record<string, Point> {
  if (arrangement === 'force') return settle(graph, placed);
  const places = arrangement === 'circle' ? circle(graph.ids) : layers(graph);
  return { ...places, ...placed };
}

/** Evenly on a circle, in their order, wide enough for their names. */
export function circle(ids: readonly string[]): Record<string, Point> {
  const radius = Math.max(4, (ids.length * 3) / (2 * Math.PI));
  return Object.fromEntries(
    ids.map((id, index) => {
      const angle = Math.PI / 2 - (2 * Math.PI * index) / ids.length;
      return [id, { x: radius * Math.cos(angle), y: radius * Math.sin(angle) }];
    }),
  );
}

/**
 * Layers from causes (left) to effects (right): an entity stands one layer behind the last of those that point at it.
 * An edge that closes a circle is left aside. Within a layer, entities stand near what points at them. About n + m steps.
 */
export function layers({ ids, edges }: LayoutGraph): Record<string, Point> {
  const sources = sourcesOf(ids, edges);
  const layerOf = depths(ids, sources);
  const columns = new Map<number, string[]>();
  for (const id of ids) {
    const layer = layerOf.get(id) ?? 0;
    const column = columns.get(layer);
    if (column) column.push(id);
    else columns.set(layer, [id]);
  }
  const places: Record<string, Point> = {};
  const middle = (Math.max(0, ...columns.keys()) * 6) / 2;
  for (const [layer, column] of [...columns].sort(([a], [b]) => a - b)) {
    const wave = layer % 2 === 0 ? 0.8 : -0.8; // names are wide: neighbours do not stand on one line
    const pull = new Map(column.map((id) => [id, meanHeight(sources.get(id) ?? [], places)]));
    const ordered = [...column].sort((a, b) => (pull.get(b) ?? 0) - (pull.get(a) ?? 0));
    ordered.forEach((id, index) => {
      places[id] = { x: layer * 6 - middle, y: ((column.length - 1) / 2 - index) * 2.6 + wave };
    });
  }
  return places;
}

function meanHeight(sources: readonly string[], places: Record<string, Point>): number {
  const heights = sources.flatMap((source) => (places[source] ? [places[source].y] : []));
  return heights.length === 0 ? 0 : heights.reduce((sum, height) => sum + height, 0) / heights.length;
}

/** For each entity what points at it. */
function sourcesOf(ids: readonly string[], edges: LayoutGraph['edges']): Map<string, string[]> {
  const sources = new Map(ids.map((id): [string, string[]] => [id, []]));
  for (const [from, to] of edges) if (from !== to) sources.get(to)?.push(from);
  return sources;
}

/** The longest way to each entity along edges that close no circle: found by walking in depth, in the order given. */
function depths(
  ids: readonly string[],
  sources: ReadonlyMap<string, readonly string[]>,
): Map<string, number> {
  const known = new Map<string, number>();
  const open = new Set<string>();
  const depthOf = (id: string): number => {
    const found = known.get(id);
    if (found !== undefined) return found;
    open.add(id);
    const before = (sources.get(id) ?? []).filter((source) => !open.has(source)).map(depthOf);
    open.delete(id);
    const depth = Math.max(-1, ...before) + 1;
    known.set(id, depth);
    return depth;
  };
  ids.forEach(depthOf);
  return known;
}
