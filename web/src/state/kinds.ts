/** How the kind of a thing shows on a picture: by a letter, and by the colour of the kinds that belong together. */

export const kindGroups = ['actor', 'plan', 'means', 'idea'] as const;
/** Who acts, what is planned, what it is done with, what it is about. */
export type KindGroup = (typeof kindGroups)[number];

export interface KindMark {
  letter: string;
  group: KindGroup;
}

const marks: Readonly<Record<string, KindMark>> = {
  Nation: { letter: 'N', group: 'actor' },
  Organization: { letter: 'O', group: 'actor' },
  Person: { letter: 'P', group: 'actor' },
  Alliance: { letter: 'A', group: 'actor' },
  Strategy: { letter: 'S', group: 'plan' },
  // P is a person's: a policy has the letter of a law.
  Policy: { letter: 'L', group: 'plan' },
  Resource: { letter: 'R', group: 'means' },
  Technology: { letter: 'T', group: 'means' },
  Event: { letter: 'E', group: 'idea' },
  Concept: { letter: 'C', group: 'idea' },
};

/** The mark of a kind; none where these pages do not know it. */
export const kindMark = (kind: string | undefined): KindMark | undefined =>
  kind === undefined ? undefined : marks[kind];

/** “C Concept, R Resource”: the letters of the kinds that a picture shows, for where no legend stands. */
export function kindKey(kinds: readonly (string | undefined)[]): string {
  const named = [...new Set(kinds)].flatMap((kind) => {
    const mark = kindMark(kind);
    return mark && kind !== undefined ? [`${mark.letter} ${kind}`] : [];
  });
  return named.sort().join(', ');
}
