/** Writes the letter of its kind onto each thing, where it is drawn large enough to hold one. */
import type Sigma from 'sigma';

const layer = 'kinds';
/** In pixels: a smaller letter could not be read. */
const leastRadius = 5.5;
/** Most letters that are written at once; in a picture of more, things are too small for them until one comes nearer. */
const most = 400;

/** Letters whenever the picture is drawn, above what is picked or pointed at too. */
export function writeKinds(sigma: Sigma): void {
  const above = { style: {}, afterLayer: 'hoverNodes' };
  sigma.createCanvasContext(layer, above);
  sigma.resize(true);
  const context = sigma.getCanvases()[layer]?.getContext('2d');
  if (!context) return;
  sigma.on('afterRender', () => {
    const { width, height } = sigma.getDimensions();
    context.clearRect(0, 0, width, height);
    context.textAlign = 'center';
    context.textBaseline = 'middle';
    const family = sigma.getSetting('labelFont');
    let [count, lastSize] = [0, 0];
    sigma.getGraph().forEachNode((id, look) => {
      if (count >= most || !look['letter']) return;
      const data = sigma.getNodeDisplayData(id);
      const radius = data ? sigma.scaleSize(data.size) : 0;
      if (!data || radius < leastRadius) return;
      const { x, y } = sigma.framedGraphToViewport(data);
      if (x < 0 || y < 0 || x > width || y > height) return;
      const size = Math.round(radius * 1.35);
      if (size !== lastSize) context.font = `700 ${size}px ${family}`;
      lastSize = size;
      context.fillStyle = String(look['paper']);
      context.fillText(String(look['letter']), x, y + size * 0.06);
      count += 1;
    });
  });
}
