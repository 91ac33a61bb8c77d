/** How names are written on the canvas: over a halo of the ground, so that no line crosses them out. */
import type { NodeHoverDrawingFunction, NodeLabelDrawingFunction } from 'sigma/rendering';

export const drawLabel: NodeLabelDrawingFunction = (context, data, settings) => {
  if (!data.label) return;
  const size = settings.labelSize;
  context.font = `${settings.labelWeight} ${size}px ${settings.labelFont}`;
  context.textAlign = 'center';
  const y = data.y + data.size + size;
  context.lineWidth = 4;
  context.lineJoin = 'round';
  context.strokeStyle = String(data['paper'] ?? 'transparent');
  context.strokeText(data.label, data.x, y);
  context.fillStyle = settings.labelColor.color ?? data.color;
  context.fillText(data.label, data.x, y);
  context.textAlign = 'start';
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
