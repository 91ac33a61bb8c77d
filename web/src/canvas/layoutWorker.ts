/** Arranges beside the page, so that nothing on it waits. */
import { arrange, type ToArrange } from '../state/arrangement';

addEventListener('message', ({ data }: MessageEvent<{ turn: number; request: ToArrange }>) => {
  postMessage({ turn: data.turn, places: arrange(data.request) });
});
