/** The one module that draws: sigma behind a few calls. Whatever it is told to show is plain data. */
import { EdgeCurvedArrowProgram } from '@sigma/edge-curve';
import { MultiDirectedGraph } from 'graphology';
import Sigma from 'sigma';
import type { DrawnEdge, DrawnGraph, DrawnNode } from '../state/drawing';
import { settle, type Point } from '../state/layout';
import { signClass } from '../state/sentence';
import { drawHovered, drawLabel } from './labels';
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

/** The second strand of a contested edge has the edge's key with this behind it. */
const strandMark = '#against';

function settings(inks: Inks) {
  return {
    renderEdgeLabels: true,
    enableEdgeEvents: true,
    allowInvalidContainer: true,
    defaultEdgeType: 'curved',
    edgeProgramClasses: { curved: EdgeCurvedArrowProgram },
    labelRenderedSizeThreshold: 4,
    labelDensity: 3,
    labelSize: 14,
    labelFont: inks.font,
    labelColor: { color: inks.ink },
    edgeLabelSize: 12,
    edgeLabelFont: inks.font,
    edgeLabelColor: { attribute: 'labelColor', color: inks.soft },
    stagePadding: 56,
    minEdgeThickness: 1.5,
    minCameraRatio: 0.1,
    maxCameraRatio: 6,
    zIndex: true,
  };
}

function nodeLook(node: DrawnNode, degree: number, inks: Inks) {
  return {
    label: node.hidden > 0 ? `${node.label}  +${node.hidden}` : node.label,
    size: (node.onThread ? 9 : 6) + Math.min(5, Math.sqrt(degree)),
    color: node.onThread || node.picked ? inks.thread : inks.node,
    highlighted: node.picked,
    forceLabel: node.onThread || node.picked,
    zIndex: node.onThread ? 1 : 0,
    paper: inks.paper,
  };
}

function edgeLook(edge: DrawnEdge, bend: number, inks: Inks) {
  const ink = edge.sign === '+' || edge.sign === '-' ? inks[signClass(edge.sign)] : inks.open;
  return {
    label: edge.label,
    labelColor: ink,
    color: edge.picked ? inks.thread : ink,
    size: (edge.picked || edge.onThread ? 3 : 1.5) + Math.min(2, edge.weight / 3),
    curvature: bend,
    forceLabel: edge.picked || edge.onThread,
    zIndex: edge.picked ? 2 : edge.onThread ? 1 : 0,
  };
}

/** How much each edge bends: parallel ones further, so that none hides another. */
function bends(edges: readonly DrawnEdge[]): Map<string, number> {
  const met = new Map<string, number>();
  return new Map(
    edges.map((edge) => {
      const pair = `${edge.subject} ${edge.object}`;
      const before = met.get(pair) ?? 0;
      met.set(pair, before + 1);
      return [edge.key, 0.12 + before * 0.2];
    }),
  );
}

/** Starts drawing into `container`; with `still` the picture neither zooms nor moves. */
export function mountCanvas(container: HTMLElement, events: CanvasEvents, still: boolean): Canvas {
  let inks = readInks(container);
  let drawn: DrawnGraph = { nodes: [], edges: [] };
  let points: Record<string, Point> = {};
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
      graph.addNode(node.id, { ...points[node.id], ...nodeLook(node, degree.get(node.id) ?? 0, inks) });
    }
    const bent = bends(drawn.edges);
    for (const edge of drawn.edges) {
      const bend = bent.get(edge.key) ?? 0;
      graph.addDirectedEdgeWithKey(edge.key, edge.subject, edge.object, edgeLook(edge, bend, inks));
      if (!edge.contested) continue;
      const against = { size: 1.5, curvature: -bend, color: inks.contested, label: '', zIndex: 0 };
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
  if (!still) dragNodes(sigma, graph, (id, point) => (points = { ...points, [id]: point }));

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
