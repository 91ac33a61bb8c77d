/** What sigma draws on: without its own picking, which would wait for the graphics at every move of the mouse. */
import { createEdgeCurveProgram, DEFAULT_EDGE_CURVE_PROGRAM_OPTIONS } from '@sigma/edge-curve';
import type { MultiDirectedGraph } from 'graphology';
import Sigma from 'sigma';
import { EdgeArrowProgram } from 'sigma/rendering';
import type { Point } from '../state/layout';
import { pause } from './building';
import type { Inks } from './inks';
import { drawHovered, noLabel } from './labels';
import { Presenter } from './presenter';

const arrowHead = { extremity: 'target', lengthToThicknessRatio: 3, widenessToThicknessRatio: 2.4 } as const;

/** Bent edges with a head. */
const CurvedArrow = createEdgeCurveProgram({
  ...DEFAULT_EDGE_CURVE_PROGRAM_OPTIONS,
  arrowHead,
  drawLabel: noLabel,
});

export function settingsOf(inks: Inks) {
  return {
    renderLabels: false,
    renderEdgeLabels: false,
    enableEdgeEvents: true,
    allowInvalidContainer: true,
    defaultEdgeType: 'curved',
    edgeProgramClasses: { curved: CurvedArrow, straight: EdgeArrowProgram },
    labelSize: 13,
    labelFont: inks.font,
    labelColor: { color: inks.ink },
    edgeLabelSize: 12,
    edgeLabelFont: inks.font,
    stagePadding: 64,
    minEdgeThickness: 1.5,
    minCameraRatio: 0.02,
    maxCameraRatio: 6,
    zIndex: true,
    defaultDrawNodeHover: drawHovered,
  };
}

/** How many layers sigma draws by WebGL: edges, nodes, and what is pointed at. */
const layerCount = 3;
const ready = new WeakMap<HTMLElement, OffscreenCanvas[]>();

/** Tells whoever looks, by ears or by a test, whether the picture is the one that was asked for. */
const markBusy = (container: HTMLElement, isBusy: boolean) =>
  container.setAttribute('aria-busy', String(isBusy));

/** Makes the layers for a container ready, each by a task of its own, since each waits for the graphics. */
export async function prepareSurface(container: HTMLElement): Promise<void> {
  markBusy(container, true);
  if (!Presenter.isPossible()) return;
  const layers: OffscreenCanvas[] = [];
  ready.set(container, layers);
  while (layers.length < layerCount) {
    await pause();
    const layer = new OffscreenCanvas(1, 1);
    layer.getContext('webgl2', { antialias: false, preserveDrawingBuffer: false });
    layers.push(layer);
  }
  await pause();
}

type LayerOptions = Parameters<Sigma['createWebGLContext']>[1];
type Refreshing = Parameters<Sigma['refresh']>[0];

/** Shows what is drawn only when the graphics have drawn it, so that the page never waits for them. */
class Surface extends Sigma {
  // Made when first asked for: sigma's own constructor makes the layers.
  declare private made: Presenter | undefined;

  private get presenter(): Presenter {
    this.made ??= new Presenter((isBusy) => markBusy(this.getContainer(), isBusy));
    return this.made;
  }

  override createWebGLContext(id: string, options?: LayerOptions): WebGLRenderingContext {
    const prepared = ready.get(this.getContainer())?.shift();
    const layer = Presenter.isPossible() ? (prepared ?? new OffscreenCanvas(1, 1)) : undefined;
    if (!layer) return super.createWebGLContext(id, { ...options, picking: false });
    const shown = this.createCanvas(id);
    // Sigma only asks it for a context and sets its size.
    const canvas = layer as unknown as HTMLCanvasElement;
    const context = super.createWebGLContext(id, { picking: false, canvas });
    this.presenter.add(id, { layer, shown, context });
    return context;
  }

  /** A new graph is taken in by one task and drawn by the next. */
  override refresh(how?: Refreshing): this {
    return super.refresh({ ...how, schedule: true });
  }

  override resize(force?: boolean): this {
    super.resize(force);
    const { width, height } = this.getDimensions();
    this.presenter.resize(width, height, window.devicePixelRatio);
    return this;
  }

  /** Draws at the next frame, or when what was drawn before is shown. */
  override scheduleRender(): this {
    if (this.presenter.isBusy) {
      this.presenter.then(() => this.scheduleRender());
      return this;
    }
    return super.scheduleRender();
  }

  /** Shows all that was drawn. */
  show(): void {
    this.presenter.show();
  }

  /** Shows the layer of what is pointed at, which sigma draws alone. */
  showPointed(): void {
    requestAnimationFrame(() => requestAnimationFrame(() => this.presenter.show(['hoverNodes'])));
  }

  override kill(): void {
    this.presenter.close();
    super.kill();
  }
}

/** What lies where, asked by sigma at every move of the mouse. */
export interface Finding {
  node: (at: Point) => string | null;
  edge: (at: Point) => string | null;
}

/** A surface on which `finding` says what lies where. */
export function openSurface(
  graph: MultiDirectedGraph,
  container: HTMLElement,
  { inks, still, finding }: { inks: Inks; still: boolean; finding: Finding },
): Sigma {
  const surface = new Surface(graph, container, {
    ...settingsOf(inks),
    enableCameraZooming: !still,
    enableCameraPanning: !still,
  });
  // Sigma looks these two up whenever it needs them; its types keep them to itself.
  Object.assign(surface, {
    getNodeAtPosition: (at: Point) => finding.node(at),
    getEdgeAtPoint: (x: number, y: number) => finding.edge({ x, y }),
  });
  surface.on('afterRender', () => surface.show());
  surface.on('enterNode', () => surface.showPointed());
  surface.on('leaveNode', () => surface.showPointed());
  return surface;
}
