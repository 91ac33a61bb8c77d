/** The one module that draws: sigma behind a few calls. Whatever it is told to show is plain data. */
import { createEdgeCurveProgram, DEFAULT_EDGE_CURVE_PROGRAM_OPTIONS } from '@sigma/edge-curve';
import { MultiDirectedGraph } from 'graphology';
import Sigma from 'sigma';
import type { ToArrange } from '../state/arrangement';
import type { DrawnEdge, DrawnGraph, DrawnNode } from '../state/drawing';
import { groundOf, type Ground, type Point } from '../state/layout';
import { signClass } from '../state/sentence';
import { startArranger } from './arranger';
import { dragNodes, drawFrames } from './gestures';
import { drawEdgeLabel, drawHovered, drawLabel } from './labels';
import { readInks, watchInks, type Inks } from './inks';

export interface CanvasEvents {
  /** An entity's id, an edge's key, or nothing when the ground was clicked; `together` with what is selected. */
  pick: (key: string | undefined, together: boolean) => void;
  expand: (id: string) => void;
  /** An entity was put somewhere by hand. */
  pin: (id: string, place: Point) => void;
  /** Entities were framed. */
  select: (ids: string[]) => void;
  /** What can be done with an entity or edge is asked for, at a point of the picture. */
  menu: (key: string, at: Point) => void;
}

export interface Canvas {
  show: (graph: DrawnGraph) => void;
  zoom: (how: 'in' | 'out' | 'all') => void;
  /** Where everything stands, as it was arranged. */
  places: () => Record<string, Point>;
  /** Where everything stands on the screen, y upwards. */
  standing: () => Record<string, Point>;
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
    highlighted: node.picked || node.selected,
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

const idsOf = (graph: DrawnGraph): string => graph.nodes.map(({ id }) => id).join(' ');

/** Where entities stand of themselves: one that is taken off its pin goes back to where it was. */
function unpinned(graph: DrawnGraph, before: Readonly<Record<string, Point>>, now: Record<string, Point>) {
  const own = graph.nodes.map(({ id, pin }) => [id, pin ? before[id] : now[id]] as const);
  return Object.fromEntries(own.flatMap(([id, point]) => (point ? [[id, point]] : [])));
}

/** What is pinned stays; by forces, so does what was arranged before, and a thread keeps to its line. */
function toArrange(graph: DrawnGraph, arranged: Readonly<Record<string, Point>>): ToArrange {
  const kept = (node: DrawnNode) =>
    graph.arrangement === 'force' ? (arranged[node.id] ?? node.place) : undefined;
  const placed = graph.nodes.flatMap((node): [string, Point][] => {
    const point = node.pin ?? kept(node);
    return point ? [[node.id, point]] : [];
  });
  return {
    graph: {
      ids: graph.nodes.map(({ id }) => id),
      edges: graph.edges.map((edge) => [edge.subject, edge.object] as const),
    },
    arrangement: graph.arrangement,
    placed: Object.fromEntries(placed),
  };
}

/** Tells what is done with the mouse. */
function listen(sigma: Sigma, container: HTMLElement, events: CanvasEvents): void {
  const keyOf = (edge: string) => edge.replace(strandMark, '');
  sigma.on('clickNode', ({ node, event }) => events.pick(node, event.original.shiftKey));
  sigma.on('clickEdge', ({ edge }) => events.pick(keyOf(edge), false));
  sigma.on('clickStage', () => events.pick(undefined, false));
  sigma.on('doubleClickNode', (event) => {
    event.preventSigmaDefault();
    events.expand(event.node);
  });
  const menu = (key: string, event: { x: number; y: number; original: Event }) => {
    event.original.preventDefault();
    events.menu(key, { x: event.x, y: event.y });
  };
  sigma.on('rightClickNode', ({ node, event }) => menu(node, event));
  sigma.on('rightClickEdge', ({ edge, event }) => menu(keyOf(edge), event));
  for (const kind of ['enterNode', 'enterEdge'] as const)
    sigma.on(kind, () => (container.style.cursor = 'pointer'));
  for (const kind of ['leaveNode', 'leaveEdge'] as const) sigma.on(kind, () => (container.style.cursor = ''));
}

/** Starts drawing into `container`; with `still` the picture neither zooms nor moves. */
export function mountCanvas(container: HTMLElement, events: CanvasEvents, still: boolean): Canvas {
  let inks = readInks(container);
  let drawn: DrawnGraph = { nodes: [], edges: [], arrangement: 'force' };
  let points: Record<string, Point> = {};
  let arranged: Record<string, Point> = {};
  const arranger = startArranger();
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
    if (JSON.stringify(next) === JSON.stringify(drawn)) return;
    const refit = next.arrangement !== drawn.arrangement || idsOf(next) !== idsOf(drawn);
    if (next.arrangement !== drawn.arrangement) arranged = {};
    const request = toArrange(next, arranged);
    arranger.ask(request, (places) => {
      drawn = next;
      arranged = unpinned(next, arranged, places);
      points = places;
      if (refit) sigma.setCustomBBox(null);
      paint();
    });
  };

  listen(sigma, container, events);
  if (!still) {
    dragNodes(sigma, graph, (id, point) => events.pin(id, ground.back(point)));
    drawFrames(sigma, graph, events.select);
  }

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
    arranger.close();
    sigma.kill();
  };
  const standing = () =>
    Object.fromEntries(Object.entries(points).map(([id, point]) => [id, ground.onto(point)]));
  return { show, zoom, places: () => points, standing, close };
}
