/** The one module that draws: sigma behind a few calls. Whatever it is told to show is plain data. */
import { MultiDirectedGraph } from 'graphology';
import type Sigma from 'sigma';
import type { ToArrange } from '../state/arrangement';
import { noEmphasis, type DrawnGraph, type Emphasis } from '../state/drawing';
import { groundOf, type Ground, type Point } from '../state/layout';
import { startArranger } from './arranger';
import { build, pause, strandMark } from './building';
import { findingOn } from './finding';
import { dragNodes, drawFrames } from './gestures';
import { readInks, watchInks } from './inks';
import { writeKinds } from './kinds';
import { amongOf, edgeLook, isDense, nodeLook, standingOf, type Among } from './looks';
import { writeNames } from './names';
import { openSurface, prepareSurface, settingsOf } from './surface';

export interface CanvasEvents {
  /** An entity's id, an edge's key, or nothing when the ground was clicked; `together` with what is selected. */
  pick: (key: string | undefined, together: boolean) => void;
  /** An entity's id or an edge's key is pointed at, or nothing. */
  point: (key: string | undefined) => void;
  expand: (id: string) => void;
  /** An entity was put somewhere by hand. */
  pin: (id: string, place: Point) => void;
  /** Entities were framed. */
  select: (ids: string[]) => void;
  /** What was given last is in the picture now. */
  drawn: () => void;
  /** What can be done with an entity or edge is asked for, at a point of the picture. */
  menu: (key: string, at: Point) => void;
}

export interface Canvas {
  show: (graph: DrawnGraph, emphasis: Emphasis) => void;
  zoom: (how: 'in' | 'out' | 'all') => void;
  /** Where everything stands, as it was arranged. */
  places: () => Record<string, Point>;
  /** Where everything stands on the screen, y upwards. */
  standing: () => Record<string, Point>;
  close: () => void;
}

const idsOf = (graph: DrawnGraph): string => graph.nodes.map(({ id }) => id).join(' ');

/** Where entities stand of themselves: one that is taken off its pin goes back to where it was. */
function unpinned(
  graph: DrawnGraph,
  pins: Emphasis['pins'],
  before: Readonly<Record<string, Point>>,
  now: Record<string, Point>,
) {
  const own = graph.nodes.map(({ id }) => [id, pins[id] ? before[id] : now[id]] as const);
  return Object.fromEntries(own.flatMap(([id, point]) => (point ? [[id, point]] : [])));
}

/** What is pinned stays; by forces, so does what was arranged before, and a thread keeps to its line. */
function toArrange(
  graph: DrawnGraph,
  pins: Emphasis['pins'],
  arranged: Readonly<Record<string, Point>>,
): ToArrange {
  const placed: Record<string, Point> = {};
  for (const { id, place } of graph.nodes) {
    const point = pins[id] ?? (graph.arrangement === 'force' ? (arranged[id] ?? place) : undefined);
    if (point) placed[id] = point;
  }
  return {
    graph: {
      ids: graph.nodes.map(({ id }) => id),
      edges: graph.edges.map((edge) => [edge.subject, edge.object] as const),
    },
    arrangement: graph.arrangement,
    placed,
  };
}

const keyOf = (edge: string) => edge.replace(strandMark, '');

/** Tells what is done with the mouse. */
function listen(sigma: Sigma, container: HTMLElement, events: CanvasEvents): void {
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
  const point = (key: string | undefined) => {
    container.style.cursor = key === undefined ? '' : 'pointer';
    events.point(key);
  };
  sigma.on('enterNode', ({ node }) => point(node));
  sigma.on('enterEdge', ({ edge }) => point(keyOf(edge)));
  sigma.on('leaveNode', () => point(undefined));
  sigma.on('leaveEdge', () => point(undefined));
}

/** What is shown, and where it stands. */
function startShowing(sigma: Sigma, container: HTMLElement, ground: Ground, drawn: () => void) {
  let inks = readInks(container);
  let shown: { graph: DrawnGraph; emphasis: Emphasis } = {
    graph: { nodes: [], edges: [], arrangement: 'force' },
    emphasis: noEmphasis,
  };
  let [points, arranged]: Record<string, Point>[] = [{}, {}];
  let turn = 0;
  let among: { of: DrawnGraph; is: Among } | undefined;
  let processed = false;
  let painted: DrawnGraph | undefined;
  sigma.on('afterProcess', () => (processed = true));
  const arranger = startArranger();
  const onto = (id: string) => ground.onto(points?.[id] ?? { x: 0, y: 0 });

  /** Draws everything anew. */
  const paint = async () => {
    const mine = ++turn;
    const { graph, emphasis } = shown;
    const parts = { standing: standingOf(emphasis), inks, placeOf: onto };
    const built = await build({ drawn: graph, ...parts }, () => mine === turn);
    if (built && mine === turn) {
      await pause();
      sigma.setSetting('hideEdgesOnMove', isDense(graph));
      processed = false;
      sigma.once('afterRender', () => {
        if (mine !== turn) return;
        painted = graph;
        drawn();
      });
      sigma.setGraph(built);
    }
    if (built && shown.emphasis !== emphasis) accent(emphasis, shown.emphasis);
  };

  /** Changes how those look that stand out now or did before. */
  const accent = (before: Emphasis, now: Emphasis) => {
    const graph = sigma.getGraph();
    if (among?.of !== shown.graph) among = { of: shown.graph, is: amongOf(shown.graph) };
    const { is } = among;
    const standing = standingOf(now);
    const changed = { nodes: [] as string[], edges: [] as string[] };
    const touched = new Set(
      [before, now].flatMap(({ picked, selected, lit }) => [
        ...(picked ? [picked] : []),
        ...selected,
        ...lit,
      ]),
    );
    for (const node of shown.graph.nodes) {
      if (!touched.has(node.id) || !graph.hasNode(node.id)) continue;
      Object.assign(graph.getNodeAttributes(node.id), nodeLook(node, standing, is, inks));
      changed.nodes.push(node.id);
    }
    for (const edge of shown.graph.edges) {
      if (!graph.hasEdge(edge.key) || !edge.keys.some((key) => touched.has(key))) continue;
      Object.assign(graph.getEdgeAttributes(edge.key), edgeLook(edge, standing, is, inks));
      changed.edges.push(edge.key);
    }
    // Which way an edge runs depends on whether it stands out: that needs all to be taken in anew.
    const skipIndexation = processed && (changed.edges.length === 0 || !isDense(shown.graph));
    sigma.refresh({ partialGraph: changed, skipIndexation, schedule: true });
  };

  /** Puts those elsewhere that stand elsewhere now. */
  const move = () => {
    const graph = sigma.getGraph();
    for (const id of graph.nodes()) Object.assign(graph.getNodeAttributes(id), onto(id));
    sigma.refresh({ partialGraph: {}, schedule: true });
  };

  const show = (graph: DrawnGraph, emphasis: Emphasis) => {
    const before = shown;
    if (graph === painted) drawn();
    if (graph === before.graph && emphasis === before.emphasis) return;
    if (graph === before.graph && emphasis.pins === before.emphasis.pins) {
      shown = { graph, emphasis };
      accent(before.emphasis, emphasis);
      return;
    }
    if (graph.arrangement !== before.graph.arrangement) arranged = {};
    arranger.ask(toArrange(graph, emphasis.pins, arranged ?? {}), (places) => {
      const refit = graph.arrangement !== shown.graph.arrangement || idsOf(graph) !== idsOf(shown.graph);
      const isSame = graph === shown.graph;
      const last = shown.emphasis;
      shown = { graph, emphasis };
      arranged = unpinned(graph, emphasis.pins, arranged ?? {}, places);
      points = places;
      if (refit) sigma.setCustomBBox(null);
      if (!isSame) return void paint();
      move();
      accent(last, emphasis);
    });
  };
  const repaint = () => {
    inks = readInks(container);
    sigma.setSettings(settingsOf(inks));
    void paint();
  };
  const places = () => points ?? {};
  const close = () => {
    turn += 1;
    arranger.close();
  };
  return { show, repaint, places, close };
}

/** Starts drawing into `container`; with `still` the picture neither zooms nor moves. */
export async function mountCanvas(
  container: HTMLElement,
  events: CanvasEvents,
  still: boolean,
): Promise<Canvas> {
  await prepareSurface(container);
  const ground: Ground = still
    ? { onto: (point) => point, back: (point) => point }
    : groundOf(container.clientWidth, container.clientHeight);
  let opened: Sigma | undefined = undefined;
  const finding = findingOn(() => opened);
  const sigma = openSurface(new MultiDirectedGraph(), container, {
    inks: readInks(container),
    still,
    finding,
  });
  opened = sigma;
  writeNames(sigma);
  writeKinds(sigma);
  const showing = startShowing(sigma, container, ground, events.drawn);
  listen(sigma, container, events);
  if (!still) {
    dragNodes(sigma, (id, point) => events.pin(id, ground.back(point)));
    drawFrames(sigma, events.select);
  }
  const unwatch = watchInks(showing.repaint);
  const calm = window.matchMedia('(prefers-reduced-motion: reduce)').matches;
  const zoom: Canvas['zoom'] = (how) => {
    const camera = sigma.getCamera();
    const duration = calm ? 0 : 200;
    if (how === 'all') void camera.animatedReset({ duration });
    else void (how === 'in' ? camera.animatedZoom({ duration }) : camera.animatedUnzoom({ duration }));
  };
  const close = () => {
    unwatch();
    showing.close();
    // Giving the graphics back takes a while: what comes in place of the picture does not wait for it.
    if (container.isConnected) sigma.kill();
    else setTimeout(() => sigma.kill());
  };
  const standing = () =>
    Object.fromEntries(Object.entries(showing.places()).map(([id, point]) => [id, ground.onto(point)]));
  return { show: showing.show, zoom, places: showing.places, standing, close };
}
