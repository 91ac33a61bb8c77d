/** The meanings of a word, as plain data that the address carries. */
import { lensParameters, readLens, type Lens } from './lens';
import { address } from './parameters';
import { framingsPlace } from './places';

export interface FramingsQuery {
  id: string;
  /** With `to`: only the paths between these two. */
  from?: string;
  to?: string;
  lens: Lens;
}

export function readFramings(id: string, search: string): FramingsQuery {
  const parameters = new URLSearchParams(search);
  const [from, to] = [parameters.get('from') ?? undefined, parameters.get('to') ?? undefined];
  return { id, ...(from && to && { from, to }), lens: { ...readLens(parameters), minVoices: undefined } };
}

const parametersOf = ({ from, to, lens }: FramingsQuery) => ({ from, to, ...lensParameters(lens) });

export const framingsQueryPlace = (query: FramingsQuery): string =>
  address(framingsPlace(query.id), parametersOf(query));

export const framingsCall = (query: FramingsQuery): string =>
  address(`/api/framings/${encodeURIComponent(query.id)}`, parametersOf(query));
