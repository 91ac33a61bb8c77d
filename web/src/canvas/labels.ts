/** How names are written on the canvas: upright, over a halo of the ground, so that no line crosses them out. */
import type {
  EdgeLabelDrawingFunction,
  NodeHoverDrawingFunction,
  NodeLabelDrawingFunction,
} from 'sigma/rendering';
import { wrapLabel } from '../state/drawing';

interface Written {
  lines: readonly string[];
  x: number;
  /** The baseline of the first line. */
  y: number;
  size: number;
  color: string;
}

function write(context: CanvasRenderingContext2D, { lines, x, y, size, color }: Written, halo: string): void {
  context.textAlign = 'center';
  context.lineWidth = 4;
  context.lineJoin = 'round';
  context.strokeStyle = halo;
  context.fillStyle = color;
  lines.forEach((line, index) => context.strokeText(line, x, y + index * size * 1.15));
  lines.forEach((line, index) => context.fillText(line, x, y + index * size * 1.15));
  context.textAlign = 'start';
}

export const drawLabel: NodeLabelDrawingFunction = (context, data, settings) => {
  if (!data.label) return;
  const size = settings.labelSize;
  context.font = `${settings.labelWeight} ${size}px ${settings.labelFont}`;
  const color = settings.labelColor.color ?? data.color;
  const y = data.y + data.size + size;
  write(context, { lines: wrapLabel(data.label), x: data.x, y, size, color }, String(data['paper']));
};

/** A ring around the entity pointed at or picked, and its name. */
export const drawHovered: NodeHoverDrawingFunction = (context, data, settings) => {
  context.beginPath();
  context.arc(data.x, data.y, data.size + 4, 0, Math.PI * 2);
  context.lineWidth = 2;
  context.strokeStyle = data.color;
  context.stroke();
  drawLabel(context, data, settings);
};

/** On the bend (a quadratic curve) and never turned: a turned ▲ would read as another sign. */
export const drawEdgeLabel: EdgeLabelDrawingFunction = (context, edge, source, target, settings) => {
  if (!edge.label) return;
  const [dx, dy] = [target.x - source.x, target.y - source.y];
  const size = settings.edgeLabelSize;
  context.font = `${settings.edgeLabelWeight} ${size}px ${settings.edgeLabelFont}`;
  if (Math.hypot(dx, dy) < 3 * size + source.size + target.size) return;
  const [bend, t] = [Number(edge['curvature']), Number(edge['labelAt'])];
  const lift = 2 * t * (1 - t) * bend;
  const at = { x: source.x + dx * t + dy * lift, y: source.y + dy * t - dx * lift + size / 3 };
  write(
    context,
    { lines: [edge.label], ...at, size, color: String(edge['labelColor']) },
    String(edge['paper']),
  );
};
