/** Every step of a page whose whole state is its address, so that each can be taken back and done again. */

export interface Trail {
  /** Addresses in the order they came; never empty. */
  places: readonly string[];
  /** Which of them is shown. */
  at: number;
}

/** Steps before these are forgotten. */
export const trailLimit = 200;

export const trailFrom = (place: string): Trail => ({ places: [place], at: 0 });

/** The trail once `place` is shown: a step back or forth along it, or a new one, after which nothing is done again. */
export function followed(trail: Trail, place: string): Trail {
  const { places, at } = trail;
  if (places[at] === place) return trail;
  if (places[at - 1] === place) return { places, at: at - 1 };
  if (places[at + 1] === place) return { places, at: at + 1 };
  const kept = [...places.slice(0, at + 1), place].slice(-trailLimit);
  return { places: kept, at: kept.length - 1 };
}

/** Where undoing leads; undefined at the beginning. */
export const undoPlace = ({ places, at }: Trail): string | undefined => places[at - 1];

/** Where redoing leads; undefined at the end. */
export const redoPlace = ({ places, at }: Trail): string | undefined => places[at + 1];
