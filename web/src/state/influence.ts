/** What a thing influences, what influences it, what two things share, and where influence returns. */
import type { Loop } from '../api/types';
import { lensParameters, noLens, readLens, type Lens } from './lens';
import { address, readChoice, readWhole } from './parameters';

export type Direction = 'downstream' | 'upstream';

export interface InfluenceQuery {
  entity: string;
  direction: Direction;
  maxHops: number;
  lens: Lens;
}

export const reachCall = ({ entity, direction, maxHops, lens }: InfluenceQuery): string =>
  address('/api/reach', { entity, direction, maxHops, k: 25, ...lensParameters(lens) });

export const loopsCall = (entity: string, lens: Lens): string =>
  address('/api/loops', { entity, ...lensParameters(lens) });

export interface CommonQuery {
  entity?: string;
  other?: string;
  direction: Direction;
  maxHops?: number;
  lens: Lens;
}

export function readCommon(search: string): CommonQuery {
  const parameters = new URLSearchParams(search);
  return {
    entity: parameters.get('entity') ?? undefined,
    other: parameters.get('other') ?? undefined,
    direction: readChoice(parameters.get('direction'), ['upstream', 'downstream']) ?? 'upstream',
    maxHops: readWhole(parameters.get('maxHops'), 1, 8),
    lens: readLens(parameters),
  };
}

const commonParameters = ({ entity, other, direction, maxHops, lens }: CommonQuery) => ({
  entity,
  other,
  direction,
  maxHops,
  ...lensParameters(lens),
});

export function commonPlace(query: Partial<CommonQuery>): string {
  const { direction, ...rest } = commonParameters({ direction: 'upstream', lens: noLens, ...query });
  return address('/common', { ...rest, direction: direction === 'downstream' ? direction : undefined });
}

export const commonCall = (query: CommonQuery): string | undefined =>
  query.entity && query.other ? address('/api/common', commonParameters(query)) : undefined;

const loopWords: Record<Loop['kind'], string> = {
  reinforcing: 'reinforcing: more leads to more',
  balancing: 'balancing: more leads to less',
  ambiguous: 'ambiguous: the claims leave its direction open',
};

export const loopText = (kind: Loop['kind']): string => loopWords[kind];
