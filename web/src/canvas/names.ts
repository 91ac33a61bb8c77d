/** Writes the names of entities and edges onto a layer of their own, as far as there is room for them. */
import type Sigma from 'sigma';
import type { Attributes } from 'graphology-types';
import { wrapLabel } from '../state/drawing';
import { onBend, Taken, written, type Box, type Wish } from '../state/names';
import type { Point } from '../state/layout';
import { lineHeight, write } from './labels';

const layer = 'names';
/** Most names of entities, and of edges, that are written at once. */
const mostNodes = 140;
const mostEdges = 90;
/** A picture of more entities than this is drawn by one task and named by the next, so that the page answers in between. */
const apartFrom = 400;
/** Where along an edge its name may stand, the best place first. */
const placesAlong = [0.5, 0.34, 0.66];

interface Text {
  lines: readonly string[];
  size: number;
  color: string;
  halo: string;
}

interface Stood extends Point {
  size: number;
}

/** Writes names whenever the picture is drawn; what is pointed at is written first. */
export function writeNames(sigma: Sigma): { again: () => void } {
  const above = { style: {}, afterLayer: 'labels' };
  sigma.createCanvasContext(layer, above);
  sigma.resize(true);
  const context = sigma.getCanvases()[layer]?.getContext('2d') ?? undefined;
  const widths = new Map<string, number>();
  let pointed: string | undefined;
  const widthOf = (text: string, font: string): number => {
    const key = `${font} ${text}`;
    const known = widths.get(key);
    if (known !== undefined || !context) return known ?? 0;
    if (widths.size > 20_000) widths.clear();
    context.font = font;
    const width = context.measureText(text).width;
    widths.set(key, width);
    return width;
  };
  const draw = () => {
    if (!context) return;
    const { width, height } = sigma.getDimensions();
    context.clearRect(0, 0, width, height);
    const [stood, taken] = [standing(sigma, width, height), new Taken()];
    const names = nodeWishes(sigma, stood, pointed, widthOf);
    const inked = written(names, taken, mostNodes);
    for (const { x, y, size } of stood.values()) taken.take({ x, y, width: size * 2, height: size * 2 });
    if (!hidesEdges(sigma))
      inked.push(...written(edgeWishes(sigma, stood, pointed, widthOf), taken, mostEdges));
    for (const { text, x, y, height: high } of inked) {
      context.font = fontOf(sigma, text.size);
      write(context, { ...text, x, y: y - high / 2 + text.size * 0.85 }, text.halo);
    }
  };
  let frame = 0;
  const again = () => {
    cancelAnimationFrame(frame);
    frame = requestAnimationFrame(draw);
  };
  let task: ReturnType<typeof setTimeout> | undefined;
  sigma.on('afterRender', () => {
    clearTimeout(task);
    if (sigma.getGraph().order > apartFrom) task = setTimeout(draw);
    else draw();
  });
  sigma.on('enterNode', ({ node }) => {
    pointed = node;
    again();
  });
  sigma.on('enterEdge', ({ edge }) => {
    pointed = edge;
    again();
  });
  const leave = () => {
    pointed = undefined;
    again();
  };
  sigma.on('leaveNode', leave);
  sigma.on('leaveEdge', leave);
  sigma.on('kill', () => {
    cancelAnimationFrame(frame);
    clearTimeout(task);
  });
  return { again };
}

const fontOf = (sigma: Sigma, size: number): string =>
  `${sigma.getSetting('labelWeight')} ${size}px ${sigma.getSetting('labelFont')}`;

/** Whether edges are hidden just now, while the picture moves: then their names would stand at nothing. */
function hidesEdges(sigma: Sigma): boolean {
  const { isMoving, draggedEvents, currentWheelDirection } = sigma.getMouseCaptor();
  const moves =
    sigma.getCamera().isAnimated() || isMoving || draggedEvents > 0 || currentWheelDirection !== 0;
  return moves && sigma.getSetting('hideEdgesOnMove');
}

/** Where the entities in view stand on the screen. */
function standing(sigma: Sigma, width: number, height: number): Map<string, Stood> {
  const stood = new Map<string, Stood>();
  for (const id of sigma.getGraph().nodes()) {
    const data = sigma.getNodeDisplayData(id);
    if (!data) continue;
    const { x, y } = sigma.framedGraphToViewport(data);
    const isSeen = x > -150 && x < width + 150 && y > -60 && y < height + 60;
    if (isSeen) stood.set(id, { x, y, size: sigma.scaleSize(data.size) });
  }
  return stood;
}

type WidthOf = (text: string, font: string) => number;

function boxed(at: Point, text: Text, widest: number): Box & { text: Text } {
  const height = text.lines.length * text.size * lineHeight;
  return { ...at, width: widest + 6, height: height + 2, text };
}

/** The names of entities below them: of what is pointed at and of those with most around them first. */
function nodeWishes(
  sigma: Sigma,
  stood: ReadonlyMap<string, Stood>,
  pointed: string | undefined,
  widthOf: WidthOf,
): Wish<Text>[] {
  const graph = sigma.getGraph();
  const size = sigma.getSetting('labelSize');
  const font = fontOf(sigma, size);
  const color = sigma.getSetting('labelColor').color ?? '';
  return [...stood]
    .sort(([id, a], [other, b]) => Number(other === pointed) - Number(id === pointed) || b.size - a.size)
    .slice(0, mostNodes * 4)
    .map(([id, { x, y, size: radius }]) => {
      const look = graph.getNodeAttributes(id);
      const lines = wrapLabel(String(look['label']));
      const text = { lines, size, color, halo: String(look['paper']) };
      const high = lines.length * size * lineHeight;
      const widest = Math.max(...lines.map((line) => widthOf(line, font)));
      return {
        ways: [boxed({ x, y: y + radius + 2 + high / 2 }, text, widest)],
        always: look['always'] === true || id === pointed,
      };
    });
}

/** The names of edges on them: whole, or the sign alone; what is pointed at or stands out first, then the heaviest. */
function edgeWishes(
  sigma: Sigma,
  stood: ReadonlyMap<string, Stood>,
  pointed: string | undefined,
  widthOf: WidthOf,
): Wish<Text>[] {
  const size = sigma.getSetting('edgeLabelSize');
  const font = fontOf(sigma, size);
  const found: { look: Attributes; ends: readonly [Stood, Stood]; isPointed: boolean; weight: number }[] = [];
  sigma.getGraph().forEachEdge((key, look, source, target) => {
    const [from, to] = [stood.get(source), stood.get(target)];
    if (!look['label'] || !from || !to) return;
    if (Math.hypot(to.x - from.x, to.y - from.y) < 3 * size + from.size + to.size) return;
    const isPointed = key === pointed || source === pointed || target === pointed;
    const weight = Number(look['weight']) + (isPointed ? 1e6 : 0);
    found.push({ look, ends: [from, to], isPointed, weight });
  });
  const first = found.sort((a, b) => b.weight - a.weight).slice(0, mostEdges * 4);
  return first.map(({ look, ends, isPointed }) => {
    const { label, mark } = look;
    const texts = look['spelled'] === true || isPointed ? [String(label), String(mark)] : [String(mark)];
    const ways = texts.filter(Boolean).flatMap((line) =>
      placesAlong.map((t) => {
        const text = { lines: [line], size, color: String(look['labelColor']), halo: String(look['paper']) };
        return boxed(onBend(...ends, Number(look['curvature']), t), text, widthOf(line, font));
      }),
    );
    return { ways, always: look['always'] === true };
  });
}
