/** Walking a picture by arrow keys: where a step leads, and what is said of where one stands. */
import type { Edge, Named } from '../api/types';
import { otherEnd } from './edges';
import type { Point } from './layout';
import { plural, signWord } from './sentence';

const directions = {
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
  ArrowUp: { x: 0, y: 1 },
  ArrowDown: { x: 0, y: -1 },
} as const;

export type ArrowKey = keyof typeof directions;

export const isArrowKey = (key: string): key is ArrowKey => key in directions;

/**
 * The entity that an arrow leads to from `from`: the nearest within the quarter that the arrow points into, where going
 * aside counts double. Without a place to go from, the first one; undefined where nothing lies there.
 */
export function stepTowards(
  key: ArrowKey,
  from: string | undefined,
  places: Readonly<Record<string, Point>>,
): string | undefined {
  const start = from === undefined ? undefined : places[from];
  if (!start) return Object.keys(places)[0];
  const { x, y } = directions[key];
  let best: { id: string; cost: number } | undefined;
  for (const [id, point] of Object.entries(places)) {
    const [dx, dy] = [point.x - start.x, point.y - start.y];
    const [ahead, aside] = [dx * x + dy * y, Math.abs(dx * y) + Math.abs(dy * x)];
    const cost = ahead + 2 * aside;
    if (id !== from && ahead > 0 && aside <= ahead * 1.001 && (!best || cost < best.cost))
      best = { id, cost };
  }
  return best?.id;
}

/** What a screen reader hears of an entity: its name and kind, and to how much it is connected, and how. */
export function standingText(node: Named, edges: readonly Edge[], hidden: number): string {
  const own = edges.filter((edge) => edge.subject.id === node.id || edge.object.id === node.id);
  const said = own
    .slice(0, 3)
    .map((edge) =>
      edge.subject.id === node.id
        ? `${edge.relation.label} ${edge.object.label}, ${signWord(edge.sign)}`
        : `${otherEnd(edge, node.id).label} ${edge.relation.label} it, ${signWord(edge.sign)}`,
    );
  const rest = own.length - said.length;
  return [
    node.kind ? `${node.label}, ${node.kind}` : node.label,
    own.length === 0 ? 'not connected' : plural(own.length, 'connection'),
    ...said,
    rest > 0 ? `and ${rest} more` : '',
    hidden > 0 ? `${plural(hidden, 'neighbour')} hidden` : '',
  ]
    .filter(Boolean)
    .join('. ');
}
