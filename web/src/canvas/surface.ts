/** What sigma draws on: without its own picking, which would wait for the graphics at every move of the mouse. */
import { createEdgeCurveProgram, DEFAULT_EDGE_CURVE_PROGRAM_OPTIONS } from '@sigma/edge-curve';
import type { MultiDirectedGraph } from 'graphology';
import Sigma from 'sigma';
import { EdgeArrowProgram } from 'sigma/rendering';
import type { Point } from '../state/layout';
import type { Inks } from './inks';
import { drawHovered, noLabel } from './labels';

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

type LayerOptions = Parameters<Sigma['createWebGLContext']>[1];

class Surface extends Sigma {
  override createWebGLContext(id: string, options?: LayerOptions): WebGLRenderingContext {
    return super.createWebGLContext(id, { ...options, picking: false });
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
  return surface;
}
