/** What follows when a thing is multiplied, as plain data that the address carries, and in words. */
import type { Effect, Figure } from '../api/types';
import { lensParameters, readLens, type Lens } from './lens';
import { address, readWhole } from './parameters';

export interface WhatIfQuery {
  entity?: string;
  /** The factor. */
  by?: number;
  maxHops?: number;
  lens: Lens;
}

/** A factor as people type it: `100`, `×100`, `0.5`, `1e3`; undefined where nothing would change, or for anything else. */
export function readFactor(text: string | null): number | undefined {
  const match = /^[×x*]?\s*(\d{1,13}(?:\.\d{1,6})?)$/.exec((text ?? '').trim().replaceAll(',', ''));
  const factor = match ? Number(match[1]) : NaN;
  return factor > 0 && factor <= 1e12 && factor !== 1 ? factor : undefined;
}

export function readWhatIf(search: string): WhatIfQuery {
  const parameters = new URLSearchParams(search);
  return {
    entity: parameters.get('entity') ?? undefined,
    by: readFactor(parameters.get('by')),
    maxHops: readWhole(parameters.get('maxHops'), 1, 8),
    lens: readLens(parameters),
  };
}

const parametersOf = ({ entity, by, maxHops, lens }: WhatIfQuery) => ({
  entity,
  by,
  maxHops,
  ...lensParameters(lens),
});

export const whatIfPlace = (query: WhatIfQuery): string => address('/what-if', parametersOf(query));

export const whatIfCall = (query: WhatIfQuery): string | undefined =>
  query.entity && query.by ? address('/api/what-if', { ...parametersOf(query), k: 50 }) : undefined;

const number = (value: number): string => value.toLocaleString('en', { maximumSignificantDigits: 6 });

/** “×4”, “×2 to ×8”. */
export function rangeText({ low, high }: { low: number; high: number }): string {
  return low === high ? `×${number(low)}` : `×${number(low)} to ×${number(high)}`;
}

/** What becomes of a thing: a factor where claims give one, else the direction alone. */
export function effectText({ direction, low, high }: Pick<Effect, 'direction' | 'low' | 'high'>): string {
  if (low !== undefined && high !== undefined) return rangeText({ low, high });
  if (direction === '+') return '▲ more; direction only';
  if (direction === '-') return '▼ less; direction only';
  return 'direction open, no number';
}

/** “192 gigabytes ×100”: a value that a claim gives, multiplied. */
export function figureText(figure: Pick<Figure, 'low' | 'high' | 'unit'>): string {
  const { low, high, unit } = figure;
  if (!unit) return rangeText({ low, high });
  return `${low === high ? number(low) : `${number(low)} to ${number(high)}`} ${unit}`;
}

/** Those with numbers first, then nearest first as they came. */
export function numbersFirst<T extends { low?: number }>(effects: readonly T[]): T[] {
  return [
    ...effects.filter(({ low }) => low !== undefined),
    ...effects.filter(({ low }) => low === undefined),
  ];
}
