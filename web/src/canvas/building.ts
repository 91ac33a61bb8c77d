/** Makes the graph that sigma draws, a slice at a time, so that the page answers in between. */
import { MultiDirectedGraph } from 'graphology';
import type { DrawnGraph } from '../state/drawing';
import type { Point } from '../state/layout';
import type { Inks } from './inks';
import { amongOf, edgeLook, nodeLook, strandLook, type Standing } from './looks';

/** The second strand of a contested edge has the edge's key with this behind it. */
export const strandMark = '#against';

/** For how long one slice may take, in milliseconds. */
const sliceLimit = 8;

/** Lets the page answer. */
export const pause = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

export interface ToBuild {
  drawn: DrawnGraph;
  standing: Standing;
  inks: Inks;
  placeOf: (id: string) => Point;
}

/** The graph; undefined where `isCurrent` says that another one is wanted meanwhile. */
export async function build(
  { drawn, standing, inks, placeOf }: ToBuild,
  isCurrent: () => boolean,
): Promise<MultiDirectedGraph | undefined> {
  await pause();
  const among = amongOf(drawn);
  await pause();
  const graph = new MultiDirectedGraph();
  const adding = (function* () {
    for (const node of drawn.nodes)
      yield graph.addNode(node.id, { ...placeOf(node.id), ...nodeLook(node, standing, among, inks) });
    for (const edge of drawn.edges) {
      const { key, subject, object } = edge;
      yield graph.addDirectedEdgeWithKey(key, subject, object, edgeLook(edge, standing, among, inks));
      if (edge.contested)
        yield graph.addDirectedEdgeWithKey(key + strandMark, subject, object, strandLook(edge, among, inks));
    }
  })();
  let started = performance.now();
  while (!adding.next().done) {
    if (performance.now() - started < sliceLimit) continue;
    await pause();
    if (!isCurrent()) return undefined;
    started = performance.now();
  }
  return graph;
}
