/** The one module that draws: sigma behind a few calls. Whatever it is told to show is plain data. */
import { createEdgeCurveProgram, DEFAULT_EDGE_CURVE_PROGRAM_OPTIONS } from '@sigma/edge-curve';
import { MultiDirectedGraph } from 'graphology';
import Sigma from 'sigma';
import type { DrawnEdge, DrawnGraph, DrawnNode } from '../state/drawing';
import { groundOf, settle, type Ground, type Point } from '../state/layout';
import { signClass } from '../state/sentence';
import { drawEdgeLabel, drawHovered, drawLabel } from './labels';
import { readInks, watchInks, type Inks } from './inks';

export interface CanvasEvents {
  /** An entity's id, an edge's key, or nothing when the ground was clicked. */
  pick: (key: string | undefined) => void;
  expand: (id: string) => void;
}

export interface Canvas {
  show: (graph: DrawnGraph) => void;
  zoom: (how: 'in' | 'out' | 'all') => void;
  close: () => void;
}

/** Bent edges with a head, and labels that stay upright. */
const CurvedArrow = createEdgeCurveProgram({
  ...DEFAULT_EDGE_CURVE_PROGRAM_OPTIONS,
  arrowHead: { extremity: 'target', lengthToThicknessRatio: 3, widenessToThicknessRatio: 2.4 },
  drawLabel: drawEdgeLabel,
});

/** The second strand of a contested edge has the edge's key with this behind it. */
const strandMark = '#against';

function settings(inks: Inks) {
  return {
    renderEdgeLabels: true,
    enableEdgeEvents: true,
    allowInvalidContainer: true,
    defaultEdgeType: 'curved',
    edgeProgramClasses: { curved: CurvedArrow },
    labelRenderedSizeThreshold: 4,
    labelDensity: 3,
    labelSize: 13,
    labelFont: inks.font,
    labelColor: { color: inks.ink },
    edgeLabelSize: 12,
    edgeLabelFont: inks.font,
    edgeLabelColor: { attribute: 'labelColor', color: inks.soft },
    stagePadding: 64,
    minEdgeThickness: 1.5,
    minCameraRatio: 0.1,
    maxCameraRatio: 6,
    zIndex: true,
  };
}

function nodeLook(node: DrawnNode, degree: number, inks: Inks) {
  return {
    label: node.hidden > 0 ? `${node.label}\u00a0\u00a0+${node.hidden}` : node.label,
    size: (node.onThread ? 9 : 6) + Math.min(5, Math.sqrt(degree)),
    color: node.onThread || node.picked ? inks.thread : inks.node,
    highlighted: node.picked,
    forceLabel: node.onThread || node.picked,
    zIndex: node.onThread ? 1 : 0,
    paper: inks.paper,
  };
}

/** Where along parallel edges the labels stand, so that they do not cover one another. */
const labelPlaces = [0.5, 0.34, 0.66];

/** With more edges than this, only the thread and what is picked spell out their relation; the rest show their sign. */
const spelledLimit = 16;

function edgeLook(edge: DrawnEdge, among: { parallel: number; dense: boolean }, inks: Inks) {
  const { parallel, dense } = among;
  const ink = edge.sign === '+' || edge.sign === '-' ? inks[signClass(edge.sign)] : inks.unsigned;
  return {
    label: dense && !edge.picked && !edge.onThread ? edge.mark : edge.label,
    labelColor: ink,
    paper: inks.paper,
    color: edge.picked ? inks.thread : ink,
    size: (edge.picked || edge.onThread ? 3 : 1.5) + Math.min(2, edge.weight / 3),
    curvature: bendOf(parallel),
    labelAt: labelPlaces[parallel % labelPlaces.length] ?? 0.5,
    forceLabel: edge.picked || edge.onThread,
    zIndex: edge.picked ? 2 : edge.onThread ? 1 : 0,
  };
}

/** Parallel edges bend further each, so that none hides another. */
const bendOf = (parallel: number): number => 0.12 + parallel * 0.2;

/** For each edge, how many with the same ends come before it. */
function parallels(edges: readonly DrawnEdge[]): Map<string, number> {
  const met = new Map<string, number>();
  return new Map(
    edges.map((edge) => {
      const pair = `${edge.subject} ${edge.object}`;
      const before = met.get(pair) ?? 0;
      met.set(pair, before + 1);
      return [edge.key, before];
    }),
  );
}

/** Starts drawing into `container`; with `still` the picture neither zooms nor moves. */
export function mountCanvas(container: HTMLElement, events: CanvasEvents, still: boolean): Canvas {
  let inks = readInks(container);
  let drawn: DrawnGraph = { nodes: [], edges: [] };
  let points: Record<string, Point> = {};
  const ground: Ground = still
    ? { onto: (point) => point, back: (point) => point }
    : groundOf(container.clientWidth, container.clientHeight);
  const graph = new MultiDirectedGraph();
  const sigma = new Sigma(graph, container, {
    ...settings(inks),
    enableCameraZooming: !still,
    enableCameraPanning: !still,
    defaultDrawNodeLabel: drawLabel,
    defaultDrawNodeHover: drawHovered,
  });

  const paint = () => {
    graph.clear();
    const degree = new Map<string, number>();
    for (const edge of drawn.edges)
      for (const id of [edge.subject, edge.object]) degree.set(id, (degree.get(id) ?? 0) + 1);
    for (const node of drawn.nodes) {
      graph.addNode(node.id, {
        ...ground.onto(points[node.id] ?? { x: 0, y: 0 }),
        ...nodeLook(node, degree.get(node.id) ?? 0, inks),
      });
    }
    const before = parallels(drawn.edges);
    const dense = drawn.edges.length > spelledLimit;
    for (const edge of drawn.edges) {
      const parallel = before.get(edge.key) ?? 0;
      graph.addDirectedEdgeWithKey(
        edge.key,
        edge.subject,
        edge.object,
        edgeLook(edge, { parallel, dense }, inks),
      );
      if (!edge.contested) continue;
      const against = {
        size: 1.5,
        curvature: -bendOf(parallel),
        color: inks.contested,
        label: '',
        zIndex: 0,
      };
      graph.addDirectedEdgeWithKey(edge.key + strandMark, edge.subject, edge.object, against);
    }
  };

  const show = (next: DrawnGraph) => {
    const same = JSON.stringify(next) === JSON.stringify(drawn);
    if (same) return;
    drawn = next;
    const placed = Object.fromEntries(
      next.nodes.flatMap(({ id, place }) => {
        const point = points[id] ?? place;
        return point ? [[id, point]] : [];
      }),
    );
    const edges = next.edges.map((edge) => [edge.subject, edge.object] as const);
    points = settle({ ids: next.nodes.map((node) => node.id), edges }, placed);
    sigma.setCustomBBox(null);
    paint();
  };

  const keyOf = (edge: string) => edge.replace(strandMark, '');
  sigma.on('clickNode', ({ node }) => events.pick(node));
  sigma.on('clickEdge', ({ edge }) => events.pick(keyOf(edge)));
  sigma.on('clickStage', () => events.pick(undefined));
  sigma.on('doubleClickNode', (event) => {
    event.preventSigmaDefault();
    events.expand(event.node);
  });
  for (const kind of ['enterNode', 'enterEdge'] as const)
    sigma.on(kind, () => (container.style.cursor = 'pointer'));
  for (const kind of ['leaveNode', 'leaveEdge'] as const) sigma.on(kind, () => (container.style.cursor = ''));
  if (!still) dragNodes(sigma, graph, (id, point) => (points = { ...points, [id]: ground.back(point) }));

  const unwatch = watchInks(() => {
    inks = readInks(container);
    sigma.setSettings(settings(inks));
    paint();
  });
  const calm = window.matchMedia('(prefers-reduced-motion: reduce)').matches;
  const zoom: Canvas['zoom'] = (how) => {
    const camera = sigma.getCamera();
    const duration = calm ? 0 : 200;
    if (how === 'all') void camera.animatedReset({ duration });
    else void (how === 'in' ? camera.animatedZoom({ duration }) : camera.animatedUnzoom({ duration }));
  };
  const close = () => {
    unwatch();
    sigma.kill();
  };
  return { show, zoom, close };
}

/** Lets entities be moved by hand; where they are put they stay. */
function dragNodes(sigma: Sigma, graph: MultiDirectedGraph, moved: (id: string, point: Point) => void): void {
  let dragged: string | undefined;
  sigma.on('downNode', ({ node }) => {
    dragged = node;
    if (!sigma.getCustomBBox()) sigma.setCustomBBox(sigma.getBBox());
  });
  sigma.on('moveBody', ({ event }) => {
    if (dragged === undefined || !graph.hasNode(dragged)) return;
    const point = sigma.viewportToGraph(event);
    graph.mergeNodeAttributes(dragged, point);
    moved(dragged, point);
    event.preventSigmaDefault();
    event.original.preventDefault();
  });
  const release = () => (dragged = undefined);
  sigma.on('upNode', release);
  sigma.on('upStage', release);
}
