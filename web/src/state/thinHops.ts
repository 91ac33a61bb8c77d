/** Steps that rest on one voice. */
import type { ThinHop } from '../api/types';
import { address } from './parameters';
import { plural } from './sentence';

export const thinHopsPlace = (entity?: string): string => address('/thin-hops', { entity });
export const thinHopsCall = (entity: string | undefined): string =>
  address('/api/thin-hops', { entity, limit: 20 });

/** Why a step matters: “12 chains cross it: 3 ways lead to it, 4 on from it”. */
export function crossingsText({ crossings, waysIn, waysOut }: ThinHop): string {
  const cross = crossings === 1 ? 'crosses' : 'cross';
  const ways = `${plural(waysIn, 'way')} ${waysIn === 1 ? 'leads' : 'lead'} to it, ${waysOut.toLocaleString('en')} on from it`;
  return `${plural(crossings, 'chain')} ${cross} it: ${ways}.`;
}
