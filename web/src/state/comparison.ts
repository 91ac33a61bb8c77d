/** Two lenses side by side, as plain data that the address carries. */
import { lensParameters, readLens, readMomentOf, type Lens } from './lens';
import { address, type Parameters } from './parameters';

export interface Comparison {
  /** Only edges at this entity; all where it is left out. */
  entity?: string;
  a: Lens;
  b: Lens;
  asOf?: string;
}

export function readComparison(search: string): Comparison {
  const parameters = new URLSearchParams(search);
  const side = (prefix: string): Lens => ({ ...readLens(parameters, prefix), asOf: undefined });
  return {
    entity: parameters.get('entity') ?? undefined,
    a: side('a.'),
    b: side('b.'),
    asOf: readMomentOf(parameters.get('asOf')),
  };
}

function comparisonParameters({ entity, a, b, asOf }: Comparison): Parameters {
  return { entity, ...lensParameters(a, 'a.'), ...lensParameters(b, 'b.'), asOf };
}

export const comparisonPlace = (comparison: Comparison): string =>
  address('/compare-lenses', comparisonParameters(comparison));

export const comparisonCall = (comparison: Comparison): string =>
  address('/api/lenses/compare', comparisonParameters(comparison));

/** Asks whether one lens shows anything at an entity: its answer names who holds claims there where it does not. */
export function heldByCall({ entity, asOf }: Comparison, lens: Lens): string | undefined {
  if (entity === undefined) return undefined;
  return address(`/api/entities/${encodeURIComponent(entity)}/edges`, {
    ...lensParameters({ ...lens, asOf }),
    facts: 'false',
    limit: 1,
  });
}
