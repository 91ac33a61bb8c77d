/** A path and its opposite side by side, in rows from one thing that both pass to the next. */
import type { Hop, Named, Path, Twin } from '../api/types';
import { cutText } from './searched';

/** One step as it is walked. */
export interface Step {
  hop: Hop;
  from: Named;
  to: Named;
}

export interface TwinRow {
  from: Named;
  to: Named;
  path: Step[];
  twin: Step[];
  difference: Twin['spans'][number]['difference'];
}

function stepsOf({ nodes, hops }: Path, numbers: readonly number[]): Step[] {
  return numbers.flatMap((number) => {
    const [hop, from, to] = [hops[number], nodes[number], nodes[number + 1]];
    return hop && from && to ? [{ hop, from, to }] : [];
  });
}

/** The rows of an answer that has a twin; none where it has none. */
export function twinRows(answer: Twin): TwinRow[] {
  const { path, twin } = answer;
  if (!twin) return [];
  return answer.spans.map(({ from, to, path: one, twin: other, difference }) => ({
    from,
    to,
    path: stepsOf(path, one),
    twin: stepsOf(twin, other),
    difference,
  }));
}

const differences: Record<TwinRow['difference'], string> = {
  same: 'the same step',
  way: 'another way',
  opposite: 'opposite',
};

export const differenceText = (difference: TwinRow['difference']): string => differences[difference];

/** How far the search for an opposite went, as a sentence. */
export function boundsText({ searched }: Pick<Twin, 'searched'>): string {
  const { maxHops, expanded, limit, truncated } = searched;
  const steps = `${maxHops} ${maxHops === 1 ? 'step' : 'steps'}`;
  const cut = truncated
    ? `the search stopped at its limit of ${limit.toLocaleString('en')} links`
    : `all of them, ${expanded.toLocaleString('en')} links looked at`;
  return [`Searched: chains of up to ${steps}, ${cut}.`, cutText(searched)].filter(Boolean).join(' ');
}
