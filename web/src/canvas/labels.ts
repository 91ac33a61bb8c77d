/** How names are written on the canvas: upright, over a halo of the ground, so that no line crosses them out. */
import type { EdgeLabelDrawingFunction, NodeHoverDrawingFunction } from 'sigma/rendering';
import { wrapLabel } from '../state/drawing';

export interface Lines {
  lines: readonly string[];
  x: number;
  /** The baseline of the first line. */
  y: number;
  size: number;
  color: string;
}

/** From one line to the next, in sizes of the letters. */
export const lineHeight = 1.15;

/** Writes centred lines; the font is set already. */
export function write(
  context: CanvasRenderingContext2D,
  { lines, x, y, size, color }: Lines,
  halo: string,
): void {
  context.textAlign = 'center';
  context.lineWidth = 4;
  context.lineJoin = 'round';
  context.strokeStyle = halo;
  context.fillStyle = color;
  lines.forEach((line, index) => context.strokeText(line, x, y + index * size * lineHeight));
  lines.forEach((line, index) => context.fillText(line, x, y + index * size * lineHeight));
  context.textAlign = 'start';
}

/** A ring around the entity pointed at, picked or selected, and its name unless too many are selected for that. */
export const drawHovered: NodeHoverDrawingFunction = (context, data, settings) => {
  context.beginPath();
  context.arc(data.x, data.y, data.size + 4, 0, Math.PI * 2);
  context.lineWidth = 2;
  context.strokeStyle = data.color;
  context.stroke();
  if (!data.label || data['ringOnly'] === true) return;
  const size = settings.labelSize;
  context.font = `${settings.labelWeight} ${size}px ${settings.labelFont}`;
  const color = settings.labelColor.color ?? data.color;
  const y = data.y + data.size + size;
  write(context, { lines: wrapLabel(data.label), x: data.x, y, size, color }, String(data['paper']));
};

/** The names of edges are written with those of entities, where there is room. */
export const noLabel: EdgeLabelDrawingFunction = () => undefined;
