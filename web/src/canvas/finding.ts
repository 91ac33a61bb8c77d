/** What lies at a point of the picture, reckoned from where things stand: a few thousand small steps. */
import type Sigma from 'sigma';
import { onBend } from '../state/names';
import type { Point } from '../state/layout';
import type { Finding } from './surface';

/** How near the pointer must be beyond what is drawn, in pixels. */
const reach = 4;
const steps = 10;

function distanceToSegment(at: Point, a: Point, b: Point): number {
  const [dx, dy] = [b.x - a.x, b.y - a.y];
  const along = ((at.x - a.x) * dx + (at.y - a.y) * dy) / (dx * dx + dy * dy || 1);
  const t = Math.max(0, Math.min(1, along));
  return Math.hypot(at.x - a.x - dx * t, at.y - a.y - dy * t);
}

function distanceToBend(at: Point, ends: readonly [Point, Point], bend: number): number {
  let [nearest, last] = [Infinity, ends[0]];
  for (let step = 1; step <= steps; step++) {
    const next = onBend(...ends, bend, step / steps);
    nearest = Math.min(nearest, distanceToSegment(at, last, next));
    last = next;
  }
  return nearest;
}

const isBeyond = (value: number, a: number, b: number, margin: number): boolean =>
  value < Math.min(a, b) - margin || value > Math.max(a, b) + margin;

/** Finds on what `surface` shows. Places are those of sigma's frame, so that nothing is turned into pixels but the margin. */
export function findingOn(surface: () => Sigma | undefined): Finding {
  const node = (at: Point) => {
    const sigma = surface();
    if (!sigma) return null;
    const [point, pixel] = [sigma.viewportToFramedGraph(at), pixelOf(sigma)];
    let best: { id: string; distance: number } | undefined;
    for (const id of sigma.getGraph().nodes()) {
      const data = sigma.getNodeDisplayData(id);
      if (!data || data.hidden) continue;
      const distance = Math.hypot(data.x - point.x, data.y - point.y);
      if (distance <= (sigma.scaleSize(data.size) + reach / 2) * pixel && (!best || distance < best.distance))
        best = { id, distance };
    }
    return best?.id ?? null;
  };
  const edge = (at: Point) => {
    const sigma = surface();
    if (!sigma) return null;
    const [point, pixel, graph] = [sigma.viewportToFramedGraph(at), pixelOf(sigma), sigma.getGraph()];
    let best: { key: string; distance: number } | undefined;
    graph.forEachEdge((key, { curvature, size }, source, target) => {
      const [from, to] = [sigma.getNodeDisplayData(source), sigma.getNodeDisplayData(target)];
      if (!from || !to) return;
      const bend = Number(curvature);
      const near = (sigma.scaleSize(Number(size)) / 2 + reach) * pixel;
      const swing = Math.abs(bend) * Math.hypot(to.x - from.x, to.y - from.y) + near;
      if (isBeyond(point.x, from.x, to.x, swing) || isBeyond(point.y, from.y, to.y, swing)) return;
      // Sigma's frame runs upwards, the screen downwards: the bend swings to the other side.
      const distance = distanceToBend(point, [from, to], -bend);
      if (distance <= near && (!best || distance < best.distance)) best = { key, distance };
    });
    return best?.key ?? null;
  };
  return { node, edge };
}

/** The length of a pixel in sigma's frame. */
function pixelOf(sigma: Sigma): number {
  const [a, b] = [sigma.viewportToFramedGraph({ x: 0, y: 0 }), sigma.viewportToFramedGraph({ x: 100, y: 0 })];
  return Math.hypot(b.x - a.x, b.y - a.y) / 100;
}
