/** One thing as seen through a lens, as plain data that the address carries. */
import { lensParameters, readLens, type Lens } from './lens';
import { address } from './parameters';
import { entityPlace } from './places';

export const readEntityLens = (search: string): Lens => readLens(new URLSearchParams(search));

export const entityViewPlace = (id: string, lens: Lens): string =>
  address(entityPlace(id), lensParameters(lens));

/** The edges that a picked connection belongs to: those of its relation from the same thing. */
export const edgeCall = (subject: string, relation: string, lens: Lens): string =>
  `${edgesCall(subject, lens, 100).replace('direction=both', 'direction=out')}&relation=${relation}`;

/** The edges around a thing through a lens, page by page. */
export function edgesCall(id: string, lens: Lens, limit: number): string {
  return address(`/api/entities/${encodeURIComponent(id)}/edges`, {
    direction: 'both',
    limit,
    ...lensParameters(lens),
  });
}
