/** Where entities are put to begin with: the same picture for the same state, always. */

export interface Point {
  x: number;
  y: number;
}

/** Entities of a thread along a gentle wave from left to right. */
export function threadLine(thread: readonly string[]): Record<string, Point> {
  const middle = (thread.length - 1) / 2;
  return Object.fromEntries(
    thread.map((id, index) => [id, { x: (index - middle) * 5, y: index % 2 === 0 ? 1 : -1 }]),
  );
}

/** Places on a sunflower's spiral: evenly spread, no two alike, no chance involved (Vogel 1979). */
export function spiralPoint(index: number, spread = 2): Point {
  const angle = index * Math.PI * (3 - Math.sqrt(5));
  const radius = spread * Math.sqrt(index + 0.5);
  return { x: radius * Math.cos(angle), y: radius * Math.sin(angle) };
}

/**
 * Several paths between the same ends, hanging side by side: y is the place along the path (the longest way where
 * paths disagree), x the lane of the first path that brings the entity in.
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
  const aside = (id: string, lane: number) =>
    ends.has(id) ? 0 : lane % 2 === 0 ? lane / 2 : -(lane + 1) / 2;
  return Object.fromEntries(
    [...places].map(([id, { step, lane }]) => [id, { x: aside(id, lane) * 4, y: 6 - step * 12 }]),
  );
}

/** How layout places are laid onto a ground: names are wide, so x is stretched; on an upright ground all is turned. */
export interface Ground {
  onto: (point: Point) => Point;
  back: (point: Point) => Point;
}

const stretch = 1.35;

export function groundOf(width: number, height: number): Ground {
  if (height > width) {
    return {
      onto: ({ x, y }) => ({ x: y * stretch, y: -x }),
      back: ({ x, y }) => ({ x: -y, y: x / stretch }),
    };
  }
  return { onto: ({ x, y }) => ({ x: x * stretch, y }), back: ({ x, y }) => ({ x: x / stretch, y }) };
}

export interface LayoutGraph {
  ids: readonly string[];
  edges: readonly (readonly [string, string])[];
}

const distance = 4;
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
  const springs = springsOf(graph);
  for (let round = 0; round < rounds && free.length > 0; round++) {
    const reach = distance * (1 - round / rounds);
    const moves = free.map((id) => [id, pull(id, points, springs)] as const);
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
  const { x, y } = spiralPoint(index, near ? 0.6 : 3);
  return near ? { x: near.x + x, y: near.y + y } : { x, y };
}

interface Spring {
  other: string;
  strength: number;
}

/** One spring for each pair that any edge joins, softer where an end has many: a hub then lies amid its neighbours. */
function springsOf(graph: LayoutGraph): Map<string, Spring[]> {
  const springs = new Map(graph.ids.map((id): [string, Spring[]] => [id, []]));
  const pairs = new Set(graph.edges.map(([a, b]) => (a < b ? `${a} ${b}` : `${b} ${a}`)));
  const ends = [...pairs].map((pair) => pair.split(' '));
  const degree = (id: string) => ends.filter((pair) => pair.includes(id)).length;
  for (const [a = '', b = ''] of ends) {
    if (a === b) continue;
    const strength = 1 / Math.sqrt(Math.max(degree(a), degree(b)));
    springs.get(a)?.push({ other: b, strength });
    springs.get(b)?.push({ other: a, strength });
  }
  return springs;
}

function pull(id: string, points: ReadonlyMap<string, Point>, springs: ReadonlyMap<string, Spring[]>): Point {
  const at = points.get(id) ?? { x: 0, y: 0 };
  const force = { x: -at.x * 0.08, y: -at.y * 0.12 };
  const add = (other: Point, strength: (length: number) => number) => {
    const [dx, dy] = [at.x - other.x, at.y - other.y];
    const length = Math.max(0.05, Math.hypot(dx, dy));
    const amount = strength(length) / length;
    force.x += dx * amount;
    force.y += dy * amount;
  };
  for (const [other, point] of points)
    if (other !== id) add(point, (length) => (distance * distance) / Math.min(length, length * length));
  for (const { other, strength } of springs.get(id) ?? []) {
    const point = points.get(other);
    if (point) add(point, (length) => (-strength * length * length) / distance);
  }
  return force;
}
