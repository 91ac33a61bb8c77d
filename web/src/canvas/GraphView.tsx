import { useEffect, useRef, useState, type ReactNode } from 'react';
import type { DrawnGraph } from '../state/drawing';
import { missingWebgl } from './webgl';
import type { Canvas } from './graphCanvas';

interface GraphViewProps {
  /** What to draw; while it is still coming, nothing, and the last picture stays. */
  graph: DrawnGraph | undefined;
  /** What a screen reader is told in place of the picture. */
  label: string;
  onPick?: (key: string | undefined) => void;
  onExpand?: (id: string) => void;
  /** A picture only: the wheel scrolls the page, and nothing can be moved. */
  still?: boolean;
  /** What stands in for the picture where none can be drawn. */
  otherwise?: ReactNode;
}

/** The picture of a graph, drawn by WebGL; where that is missing it says so, and the list tells the same. */
export function GraphView({ graph, label, onPick, onExpand, still = false, otherwise }: GraphViewProps) {
  const box = useRef<HTMLDivElement>(null);
  const canvas = useRef<Canvas>(undefined);
  const [missing, setMissing] = useState(missingWebgl);
  const latest = useRef({ graph, onPick, onExpand });
  useEffect(() => {
    latest.current = { graph, onPick, onExpand };
    if (graph) canvas.current?.show(graph);
  });
  useEffect(() => {
    const container = box.current;
    if (missing || !container) return;
    let gone = false;
    import('./graphCanvas').then(
      ({ mountCanvas }) => {
        if (gone) return;
        const events = {
          pick: (key: string | undefined) => latest.current.onPick?.(key),
          expand: (id: string) => latest.current.onExpand?.(id),
        };
        canvas.current = mountCanvas(container, events, still);
        if (latest.current.graph) canvas.current.show(latest.current.graph);
      },
      (cause: unknown) => setMissing(`The canvas could not be loaded: ${String(cause)}`),
    );
    return () => {
      gone = true;
      canvas.current?.close();
      canvas.current = undefined;
    };
  }, [missing, still]);
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
      <div ref={box} className="graph-box" role="img" aria-label={label} />
      {!still && <Tools zoom={(how) => canvas.current?.zoom(how)} />}
    </div>
  );
}

function Tools({ zoom }: { zoom: Canvas['zoom'] }) {
  return (
    <div className="graph-tools" role="group" aria-label="View">
      <button type="button" onClick={() => zoom('in')}>
        <span aria-hidden="true">+</span>
        <span className="unseen">Zoom in</span>
      </button>
      <button type="button" onClick={() => zoom('out')}>
        <span aria-hidden="true">−</span>
        <span className="unseen">Zoom out</span>
      </button>
      <button type="button" onClick={() => zoom('all')}>
        Fit
      </button>
    </div>
  );
}
