/**
 * Layers that are drawn out of sight and shown when the graphics are done with them. A browser without a graphics card copies
 * what is drawn into the page, and would let the page wait for it meanwhile.
 */

interface Layer {
  layer: OffscreenCanvas;
  shown: HTMLCanvasElement;
  context: WebGLRenderingContext;
}

/** How often it is looked whether the graphics are done, in milliseconds, and when it is taken to be so. */
const interval = 8;
const longest = 5_000;

export class Presenter {
  private readonly layers = new Map<string, Layer>();
  private waiting: (() => void)[] = [];
  private timer: ReturnType<typeof setTimeout> | undefined;

  static isPossible(): boolean {
    return 'OffscreenCanvas' in window && 'ImageBitmapRenderingContext' in window;
  }

  /** Whether something is drawn and not shown yet. */
  get isBusy(): boolean {
    return this.timer !== undefined;
  }

  add(id: string, layer: Layer): void {
    this.layers.set(id, layer);
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
    if (this.isBusy || this.layers.size === 0) return;
    const drawn = ids
      .flatMap((id) => this.layers.get(id) ?? [])
      .map((layer) => ({ layer, fence: fenceOf(layer) }));
    const began = performance.now();
    const look = () => {
      const late = performance.now() - began > longest;
      if (!late && !drawn.every(({ layer, fence }) => isDone(layer, fence))) {
        this.timer = setTimeout(look, interval);
        return;
      }
      for (const { layer } of drawn) present(layer);
      this.timer = undefined;
      const actions = this.waiting;
      this.waiting = [];
      for (const action of actions) action();
    };
    this.timer = setTimeout(look, 0);
  }

  close(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
    this.waiting = [];
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

function present({ layer, shown }: Layer): void {
  shown.getContext('bitmaprenderer')?.transferFromImageBitmap(layer.transferToImageBitmap());
}
