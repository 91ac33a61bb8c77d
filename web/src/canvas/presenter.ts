/**
 * Layers that are drawn out of sight and shown when the graphics are done with them, by a worker. A browser without a graphics
 * card copies what is drawn into the page, and would let the page wait for it meanwhile.
 */
import type { Picture, ToLayers } from './layersWorker';

interface Layer {
  layer: OffscreenCanvas;
  shown: HTMLCanvasElement;
  context: WebGLRenderingContext;
}

interface Drawn {
  id: string;
  layer: Layer;
  fence: WebGLSync | undefined;
}

/** How often it is looked whether the graphics are done, in milliseconds, and when it is taken to be so. */
const interval = 8;
const longest = 5_000;

export class Presenter {
  private readonly layers = new Map<string, Layer>();
  private waiting: (() => void)[] = [];
  private timer: ReturnType<typeof setTimeout> | undefined;
  private readonly worker = new Worker(new URL('./layersWorker.ts', import.meta.url), { type: 'module' });

  /** Gives `mark` whether something is drawn that is not shown yet, whenever that changes. */
  constructor(private readonly mark: (isBusy: boolean) => void) {
    this.worker.onmessage = () => {
      if (!this.isBusy) this.mark(false);
    };
  }

  static isPossible(): boolean {
    return (
      'transferControlToOffscreen' in HTMLCanvasElement.prototype && 'ImageBitmapRenderingContext' in window
    );
  }

  /** Whether something is drawn and not shown yet. */
  get isBusy(): boolean {
    return this.timer !== undefined;
  }

  add(id: string, layer: Layer): void {
    this.layers.set(id, layer);
    const canvas = layer.shown.transferControlToOffscreen();
    this.tell({ layer: { id, canvas } }, [canvas]);
  }

  private tell(what: ToLayers, handedOver: Transferable[]): void {
    this.worker.postMessage(what, handedOver);
  }

  resize(width: number, height: number, pixelRatio: number): void {
    const [wide, high] = [Math.max(1, width * pixelRatio), Math.max(1, height * pixelRatio)];
    for (const { layer } of this.layers.values()) {
      if (layer.width !== Math.floor(wide)) layer.width = wide;
      if (layer.height !== Math.floor(high)) layer.height = high;
    }
  }

  /** Calls `action` when what is drawn is shown; of several, the last one. */
  then(action: () => void): void {
    this.waiting = [action];
  }

  /** Shows these layers, or all, when they are drawn. */
  show(ids: readonly string[] = [...this.layers.keys()]): void {
    if (this.isBusy) return;
    this.mark(this.layers.size > 0);
    if (this.layers.size === 0) return;
    const drawn: Drawn[] = ids.flatMap((id) => {
      const layer = this.layers.get(id);
      return layer ? [{ id, layer, fence: fenceOf(layer) }] : [];
    });
    const began = performance.now();
    const look = () => {
      const late = performance.now() - began > longest;
      if (!late && !drawn.every(({ layer, fence }) => isDone(layer, fence))) {
        this.timer = setTimeout(look, interval);
        return;
      }
      this.take(drawn, []);
    };
    this.timer = setTimeout(look, 0);
  }

  /** Takes the picture of one layer a task, since the page copies each, and has all of them shown together. */
  private take(left: readonly Drawn[], taken: Picture[]): void {
    const [next, ...others] = left;
    if (next) {
      taken.push({ id: next.id, picture: next.layer.layer.transferToImageBitmap() });
      this.timer = setTimeout(() => this.take(others, taken), 0);
      return;
    }
    this.tell(
      { pictures: taken },
      taken.map(({ picture }) => picture),
    );
    this.timer = undefined;
    const actions = this.waiting;
    this.waiting = [];
    for (const action of actions) action();
  }

  close(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
    this.waiting = [];
    this.mark(false);
    this.worker.terminate();
  }
}

function fenceOf({ context }: Layer): WebGLSync | undefined {
  if (!(context instanceof WebGL2RenderingContext)) return undefined;
  const fence = context.fenceSync(context.SYNC_GPU_COMMANDS_COMPLETE, 0) ?? undefined;
  context.flush();
  return fence;
}

function isDone({ context }: Layer, fence: WebGLSync | undefined): boolean {
  if (!fence || !(context instanceof WebGL2RenderingContext)) return true;
  return context.getSyncParameter(fence, context.SYNC_STATUS) === context.SIGNALED;
}
