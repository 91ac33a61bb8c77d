/** Puts pictures onto layers of the page: the page itself would copy each of them while it puts a frame together. */
interface Layer {
  id: string;
  canvas: OffscreenCanvas;
}

export interface Picture {
  id: string;
  picture: ImageBitmap;
}

export type ToLayers = { layer: Layer } | { pictures: readonly Picture[] };

const layers = new Map<string, ImageBitmapRenderingContext>();

onmessage = ({ data }: MessageEvent<ToLayers>) => {
  if ('layer' in data) {
    const context = data.layer.canvas.getContext('bitmaprenderer');
    if (context) layers.set(data.layer.id, context);
    return;
  }
  for (const { id, picture } of data.pictures) layers.get(id)?.transferFromImageBitmap(picture);
  postMessage('shown');
};
