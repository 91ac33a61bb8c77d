/** Where entities are put to begin with: the same picture for the same state, always. */

export interface Point {
  x: number;
  y: number;
}

/** Entities of a thread along a gentle wave from left to right. */
export function threadLine(thread: readonly string[]): Record<string, Point> {
  const last = Math.max(1, thread.length - 1);
  return Object.fromEntries(
    thread.map((id, index) => [id, { x: (index / last) * 12 - 6, y: index % 2 === 0 ? 0.7 : -0.7 }]),
  );
}

/** Places on a sunflower's spiral: evenly spread, no two alike, no chance involved (Vogel 1979). */
export function spiralPoint(index: number, spread = 2): Point {
  const angle = index * Math.PI * (3 - Math.sqrt(5));
  const radius = spread * Math.sqrt(index + 0.5);
  return { x: radius * Math.cos(angle), y: radius * Math.sin(angle) };
}

/**
 * Several paths between the same ends, side by side: x is the place along the path (the longest way where paths
 * disagree), y the lane of the first path that brings the entity in.
 */
export function pathLanes(paths: readonly (readonly string[])[]): Record<string, Point> {
  const places = new Map<string, { step: number; lane: number }>();
  paths.forEach((path, lane) => {
    const last = Math.max(1, path.length - 1);
    path.forEach((id, index) => {
      const step = index / last;
      const known = places.get(id);
      if (!known) places.set(id, { step, lane });
      else if (known.step < step && step < 1) known.step = step;
    });
  });
  const ends = new Set(paths.flatMap((path) => [path[0], path[path.length - 1]]));
  const height = (id: string, lane: number) =>
    ends.has(id) ? 0 : lane % 2 === 0 ? lane / 2 : -(lane + 1) / 2;
  return Object.fromEntries(
    [...places].map(([id, { step, lane }]) => [id, { x: step * 12 - 6, y: height(id, lane) * 2.2 }]),
  );
}

export interface LayoutGraph {
  ids: readonly string[];
  edges: readonly (readonly [string, string])[];
}

const distance = 3;
const rounds = 250;

/**
 * Places for all of `graph`: those in `placed` stay where they are, the others settle around them by springs
 * (Fruchterman and Reingold 1991, doi:10.1002/spe.4380211102). No chance involved; about n² · 250 small steps.
 */
export function settle(graph: LayoutGraph, placed: Readonly<Record<string, Point>>): Record<string, Point> {
  const points = new Map(
    graph.ids.map((id, index) => [id, placed[id] ?? startNear(id, index, graph, placed)]),
  );
  const free = graph.ids.filter((id) => !placed[id]);
  for (let round = 0; round < rounds && free.length > 0; round++) {
    const reach = distance * (1 - round / rounds);
    const moves = free.map((id) => [id, pull(id, points, graph)] as const);
    for (const [id, { x, y }] of moves) {
      const length = Math.hypot(x, y) || 1;
      const step = Math.min(length, reach) / length;
      const point = points.get(id) ?? { x: 0, y: 0 };
      points.set(id, { x: point.x + x * step, y: point.y + y * step });
    }
  }
  return Object.fromEntries(points);
}

/** A first place beside a neighbour that has one, else on the spiral. */
function startNear(
  id: string,
  index: number,
  graph: LayoutGraph,
  placed: Readonly<Record<string, Point>>,
): Point {
  const neighbours = graph.edges.filter((edge) => edge.includes(id)).map(([a, b]) => (a === id ? b : a));
  const near = neighbours.map((other) => placed[other]).find((point) => point !== undefined);
  const { x, y } = spiralPoint(index, near ? 0.6 : 2);
  return near ? { x: near.x + x, y: near.y + y } : { x, y };
}

function pull(id: string, points: ReadonlyMap<string, Point>, graph: LayoutGraph): Point {
  const at = points.get(id) ?? { x: 0, y: 0 };
  const force = { x: -at.x * 0.02, y: -at.y * 0.04 };
  const add = (other: Point, strength: (length: number) => number) => {
    const [dx, dy] = [at.x - other.x, at.y - other.y];
    const length = Math.max(0.05, Math.hypot(dx, dy));
    const amount = strength(length) / length;
    force.x += dx * amount;
    force.y += dy * amount;
  };
  for (const [other, point] of points)
    if (other !== id) add(point, (length) => (distance * distance) / length);
  for (const [a, b] of graph.edges) {
    const other = a === id ? points.get(b) : b === id ? points.get(a) : undefined;
    if (other) add(other, (length) => (-length * length) / distance);
  }
  return force;
}
