import { Maximize, Minus, Plus } from 'lucide-react';
import { useEffect, useImperativeHandle, useRef, useState, type ReactNode, type RefObject } from 'react';
import { noEmphasis, type DrawnGraph, type Emphasis } from '../state/drawing';
import type { Point } from '../state/layout';
import { missingWebgl } from './webgl';
import type { Canvas, CanvasEvents } from './graphCanvas';

interface GraphViewProps {
  /** What to draw; while it is still coming, nothing, and the last picture stays. */
  graph: DrawnGraph | undefined;
  /** What stands out of it. */
  emphasis?: Emphasis;
  /** Why the last picture must not be seen while the next is coming; it stays covered until that one is drawn. */
  awaited?: string | undefined;
  /** What a screen reader is told in place of the picture. */
  label: string;
  /** What is done with the mouse; without any of it nothing happens. */
  on?: Partial<CanvasEvents>;
  /** A key that is pressed on the picture, with where everything stands; true where it did something. */
  onKey?: (key: string, standing: Record<string, Point>) => boolean;
  /** Given where everything stands, as it was arranged, whenever it is asked. */
  places?: RefObject<(() => Record<string, Point>) | null>;
  /** A picture only: the wheel scrolls the page, and nothing can be moved. */
  still?: boolean;
  /** What stands in for the picture where none can be drawn. */
  otherwise?: ReactNode;
}

/** The picture of a graph, drawn by WebGL; where that is missing it says so, and the list tells the same. */
export function GraphView({
  graph,
  emphasis = noEmphasis,
  awaited,
  label,
  on,
  onKey,
  places,
  still = false,
  otherwise,
}: GraphViewProps) {
  const box = useRef<HTMLDivElement>(null);
  const canvas = useRef<Canvas>(undefined);
  const [missing, setMissing] = useState(missingWebgl);
  const [cover, setCover] = useState(awaited);
  if (awaited !== undefined && awaited !== cover) setCover(awaited);
  const latest = useRef({ graph, emphasis, awaited, on, onKey });
  useEffect(() => {
    latest.current = { graph, emphasis, awaited, on, onKey };
    if (graph) canvas.current?.show(graph, emphasis);
  });
  useEffect(() => {
    const container = box.current;
    if (missing || !container) return;
    let gone = false;
    const pressed = (event: KeyboardEvent) => {
      const key = event.shiftKey || event.ctrlKey || event.metaKey || event.altKey ? '' : event.key;
      if (latest.current.onKey?.(key, canvas.current?.standing() ?? {})) event.preventDefault();
    };
    container.addEventListener('keydown', pressed);
    const events: CanvasEvents = {
      pick: (key, together) => latest.current.on?.pick?.(key, together),
      point: (key) => latest.current.on?.point?.(key),
      expand: (id) => latest.current.on?.expand?.(id),
      pin: (id, place) => latest.current.on?.pin?.(id, place),
      select: (ids) => latest.current.on?.select?.(ids),
      menu: (key, at) => latest.current.on?.menu?.(key, at),
      drawn: () => {
        if (latest.current.awaited === undefined) setCover(undefined);
        latest.current.on?.drawn?.();
      },
    };
    import('./graphCanvas')
      .then(({ mountCanvas }) => mountCanvas(container, events, still))
      .then(
        (mounted) => {
          if (gone) {
            mounted.close();
            return;
          }
          canvas.current = mounted;
          if (latest.current.graph) mounted.show(latest.current.graph, latest.current.emphasis);
        },
        (cause: unknown) => setMissing(`The canvas could not be loaded: ${String(cause)}`),
      );
    return () => {
      gone = true;
      container.removeEventListener('keydown', pressed);
      canvas.current?.close();
      canvas.current = undefined;
    };
  }, [missing, still]);
  useImperativeHandle(places, () => () => canvas.current?.places() ?? {}, []);
  if (missing) {
    return (
      <>
        <p className="no-canvas" role="note">
          {missing} The list shows the same things and connections.
        </p>
        {otherwise}
      </>
    );
  }
  return (
    <div className="graph-view">
      {onKey ? (
        <div
          ref={box}
          className="graph-box"
          role="application"
          aria-roledescription="picture"
          aria-label={label}
          tabIndex={0}
        />
      ) : (
        <div ref={box} className="graph-box" role="img" aria-label={label} />
      )}
      {cover !== undefined && (
        <div className="graph-cover">
          <p>{cover}</p>
        </div>
      )}
      {!still && <Tools zoom={(how) => canvas.current?.zoom(how)} />}
    </div>
  );
}

/** Fills the screen with the picture and what belongs beside it, or gives the screen back. */
function fillScreen(button: HTMLElement) {
  if (document.fullscreenElement) void document.exitFullscreen();
  else void (button.closest('.explorer') ?? button.closest('.graph-view'))?.requestFullscreen();
}

function Tools({ zoom }: { zoom: Canvas['zoom'] }) {
  return (
    <div className="graph-tools" role="group" aria-label="View">
      <button type="button" onClick={() => zoom('in')}>
        <Plus size={16} aria-hidden="true" />
        <span className="unseen">Zoom in</span>
      </button>
      <button type="button" onClick={() => zoom('out')}>
        <Minus size={16} aria-hidden="true" />
        <span className="unseen">Zoom out</span>
      </button>
      <button type="button" onClick={() => zoom('all')}>
        Fit
      </button>
      {document.fullscreenEnabled && (
        <button type="button" onClick={(event) => fillScreen(event.currentTarget)}>
          <Maximize size={16} aria-hidden="true" />
          <span className="unseen">Full screen</span>
        </button>
      )}
    </div>
  );
}
