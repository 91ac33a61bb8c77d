/** Asks the worker for places; what was asked for last counts. */
import { arrange, type ToArrange } from '../state/arrangement';
import type { Point } from '../state/layout';

type Places = Record<string, Point>;

export interface Arranger {
  /** Gives the places to `then`, unless something else is asked for before they have come. */
  ask: (request: ToArrange, then: (places: Places) => void) => void;
  close: () => void;
}

/** Whether nothing is left to arrange. */
const isPlaced = ({ graph, placed }: ToArrange): boolean => graph.ids.every((id) => placed[id]);

/** An arranger whose worker starts with the first request that needs one; where it cannot start, the page arranges itself. */
export function startArranger(): Arranger {
  let worker: Worker | undefined;
  let turn = 0;
  let waiting: { request: ToArrange; then: (places: Places) => void } | undefined;
  const started = () => {
    if (worker) return worker;
    worker = new Worker(new URL('./layoutWorker.ts', import.meta.url), { type: 'module' });
    worker.addEventListener('message', ({ data }: MessageEvent<{ turn: number; places: Places }>) => {
      if (data.turn === turn) waiting?.then(data.places);
    });
    worker.addEventListener('error', () => {
      if (waiting) waiting.then(arrange(waiting.request));
    });
    return worker;
  };
  const ask: Arranger['ask'] = (request, then) => {
    turn += 1;
    waiting = { request, then };
    if (isPlaced(request)) then({ ...request.placed });
    else started().postMessage({ turn, request });
  };
  return { ask, close: () => worker?.terminate() };
}
