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
/** Rounds for few entities, and the least for many: the work of a round grows with the square of their number. */
const mostRounds = 250;
const leastRounds = 60;

const roundsFor = (count: number): number =>
  Math.round(Math.max(leastRounds, Math.min(mostRounds, (mostRounds * 300) / Math.max(1, count))));

/**
 * Places for all of `graph`: those in `placed` stay where they are, the others settle around them by springs
 * (Fruchterman and Reingold 1991, doi:10.1002/spe.4380211102). No chance involved; about n² small steps a round.
 */
export function settle(graph: LayoutGraph, placed: Readonly<Record<string, Point>>): Record<string, Point> {
  const { ids } = graph;
  const springs = springsOf(graph);
  const starts = startsOf(graph, springs, placed);
  const x = Float64Array.from(starts, (point) => point.x);
  const y = Float64Array.from(starts, (point) => point.y);
  const free = ids.flatMap((id, index) => (placed[id] ? [] : [index]));
  const [moveX, moveY] = [new Float64Array(ids.length), new Float64Array(ids.length)];
  const rounds = free.length === 0 ? 0 : roundsFor(ids.length);
  for (let round = 0; round < rounds; round++) {
    const reach = distance * (1 - round / rounds);
    for (const index of free) {
      const force = pull(index, { x, y, springs });
      const length = Math.hypot(force.x, force.y) || 1;
      const step = Math.min(length, reach) / length;
      moveX[index] = force.x * step;
      moveY[index] = force.y * step;
    }
    for (const index of free) {
      x[index] = (x[index] ?? 0) + (moveX[index] ?? 0);
      y[index] = (y[index] ?? 0) + (moveY[index] ?? 0);
    }
  }
  return Object.fromEntries(ids.map((id, index) => [id, { x: x[index] ?? 0, y: y[index] ?? 0 }]));
}

interface Spring {
  other: number;
  strength: number;
}

/** A first place: its own, else beside a neighbour that has one, else on the spiral. */
function startsOf(
  { ids }: LayoutGraph,
  springs: readonly (readonly Spring[])[],
  placed: Readonly<Record<string, Point>>,
): Point[] {
  return ids.map((id, index) => {
    const own = placed[id];
    if (own) return own;
    const near = springs[index]
      ?.map(({ other }) => placed[ids[other] ?? ''])
      .find((point) => point !== undefined);
    const { x, y } = spiralPoint(index, near ? 0.6 : 3);
    return near ? { x: near.x + x, y: near.y + y } : { x, y };
  });
}

/** One spring for each pair that any edge joins, softer where an end has many: a hub then lies amid its neighbours. */
function springsOf({ ids, edges }: LayoutGraph): Spring[][] {
  const numbers = new Map(ids.map((id, index) => [id, index]));
  const others = ids.map(() => new Set<number>());
  for (const [from, to] of edges) {
    const [a, b] = [numbers.get(from), numbers.get(to)];
    if (a === undefined || b === undefined || a === b) continue;
    others[a]?.add(b);
    others[b]?.add(a);
  }
  const degree = (index: number) => others[index]?.size ?? 0;
  return others.map((ends, index) =>
    [...ends].map((other) => ({ other, strength: 1 / Math.sqrt(Math.max(degree(index), degree(other))) })),
  );
}

interface Settling {
  x: Float64Array;
  y: Float64Array;
  springs: readonly (readonly Spring[])[];
}

function pull(index: number, { x, y, springs }: Settling): Point {
  const [atX, atY] = [x[index] ?? 0, y[index] ?? 0];
  let [forceX, forceY] = [-atX * 0.08, -atY * 0.12];
  for (let other = 0; other < x.length; other++) {
    const [dx, dy] = [atX - (x[other] ?? 0), atY - (y[other] ?? 0)];
    const square = dx * dx + dy * dy;
    if (other === index) continue;
    const length = Math.max(0.05, Math.sqrt(square));
    const amount = (distance * distance) / Math.min(length, length * length) / length;
    forceX += dx * amount;
    forceY += dy * amount;
  }
  for (const { other, strength } of springs[index] ?? []) {
    const [dx, dy] = [atX - (x[other] ?? 0), atY - (y[other] ?? 0)];
    const amount = (-strength * Math.max(0.05, Math.hypot(dx, dy))) / distance;
    forceX += dx * amount;
    forceY += dy * amount;
  }
  return { x: forceX, y: forceY };
}
