/** What is done by dragging: moving an entity, and drawing a frame around several. */
import type Sigma from 'sigma';
import type { Point } from '../state/layout';

/** Lets entities be moved by hand; tells where one was put when it is let go. */
export function dragNodes(sigma: Sigma, put: (id: string, point: Point) => void) {
  let dragged: { id: string; point?: Point } | undefined;
  sigma.on('downNode', ({ node }) => {
    dragged = { id: node };
    if (!sigma.getCustomBBox()) sigma.setCustomBBox(sigma.getBBox());
  });
  sigma.on('moveBody', (stage) => {
    const { event } = stage;
    const graph = sigma.getGraph();
    if (!dragged || !graph.hasNode(dragged.id)) return;
    const point = sigma.viewportToGraph(event);
    // Changed in place: told of it, sigma would take in the whole graph anew at every move.
    Object.assign(graph.getNodeAttributes(dragged.id), point);
    const partialGraph = { nodes: [dragged.id], edges: graph.edges(dragged.id) };
    sigma.refresh({ partialGraph, skipIndexation: true, schedule: true });
    dragged = { id: dragged.id, point };
    stage.preventSigmaDefault();
    event.original.preventDefault();
  });
  const release = () => {
    const { id, point } = dragged ?? {};
    dragged = undefined;
    if (!id || !point) return;
    swallowClick(sigma.getContainer());
    put(id, point);
  };
  sigma.on('upNode', release);
  sigma.on('upStage', release);
}

/** The click that ends a drag is none: it would pick what was dragged. */
function swallowClick(container: HTMLElement) {
  const stop = (event: Event) => event.stopPropagation();
  container.addEventListener('click', stop, true);
  setTimeout(() => container.removeEventListener('click', stop, true));
}

/** Lets a frame be drawn on the ground with Shift held; tells which entities lie in it. */
export function drawFrames(sigma: Sigma, framed: (ids: string[]) => void) {
  let start: Point | undefined;
  let frame: HTMLElement | undefined;
  sigma.on('downStage', (stage) => {
    const { event } = stage;
    if (!event.original.shiftKey) return;
    stage.preventSigmaDefault();
    start = { x: event.x, y: event.y };
    frame = sigma.getContainer().appendChild(document.createElement('div'));
    frame.className = 'marquee';
  });
  sigma.on('moveBody', (stage) => {
    const { event } = stage;
    if (!start || !frame) return;
    stage.preventSigmaDefault();
    frame.style.left = `${Math.min(start.x, event.x)}px`;
    frame.style.top = `${Math.min(start.y, event.y)}px`;
    frame.style.width = `${Math.abs(start.x - event.x)}px`;
    frame.style.height = `${Math.abs(start.y - event.y)}px`;
  });
  const release = ({ event }: { event: Point }) => {
    if (!start) return;
    const [a, b] = [start, event];
    const within = (value: number, one: number, other: number) =>
      value >= Math.min(one, other) && value <= Math.max(one, other);
    const ids = sigma.getGraph().filterNodes((_, { x, y }) => {
      const point = sigma.graphToViewport({ x: Number(x), y: Number(y) });
      return within(point.x, a.x, b.x) && within(point.y, a.y, b.y);
    });
    frame?.remove();
    start = frame = undefined;
    framed(ids);
  };
  sigma.on('upStage', release);
  sigma.on('upNode', release);
}
