/** What a search met and did not follow, so that nobody takes what is shown for all there is. */
import type { Searched } from '../api/types';
import { plural } from './sentence';

type Cut = Pick<Searched, 'alternativesCut' | 'hubs'>;

const hubsText = (hubs: number): string =>
  `${plural(hubs, 'thing')} with very many connections ${hubs === 1 ? 'counts' : 'count'} as farther`;

/** Of a search for paths or loops: how many connections it met and left, and how many hubs it damped. */
export function cutText({ alternativesCut, hubs }: Cut): string | undefined {
  const left = `On the way ${plural(alternativesCut, 'other connection')} ${alternativesCut === 1 ? 'was' : 'were'} left aside, leading elsewhere or costing more`;
  const parts = [...(alternativesCut > 0 ? [left] : []), ...(hubs > 0 ? [hubsText(hubs)] : [])];
  return parts.length === 0 ? undefined : `${parts.join('; ')}.`;
}

/** Of open search, which says itself how many things it left: how many hubs it damped. */
export const dampedText = ({ hubs }: Cut): string | undefined =>
  hubs === 0 ? undefined : `On the way ${hubsText(hubs)}.`;
