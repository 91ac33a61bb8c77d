/** Who holds what over time. */
import type { Position } from '../api/types';
import { lensParameters, noLens, type Lens } from './lens';
import { address } from './parameters';

/** Through a lens, but as of today: earlier states are not searched. */
export const positionsCall = (id: string, lens: Lens = noLens): string =>
  address(`/api/entities/${encodeURIComponent(id)}/positions`, lensParameters({ ...lens, asOf: undefined }));

/** “, ▲ 3 raise it, ▼ 1 lowers it”; nothing where no link of theirs ends at the thing. */
export function positionTally({ raising, lowering }: Pick<Position, 'raising' | 'lowering'>): string {
  const parts = [
    raising > 0 ? `▲ ${raising} ${raising === 1 ? 'raises' : 'raise'} it` : undefined,
    lowering > 0 ? `▼ ${lowering} ${lowering === 1 ? 'lowers' : 'lower'} it` : undefined,
  ].filter(Boolean);
  return parts.map((part) => `, ${part}`).join('');
}
