/** Which things are compared, as plain data that the address carries. */
import type { Named, Position, SideBySide } from '../api/types';
import { lensParameters, readLens, type Lens } from './lens';
import { endsOf } from './listed';
import { writeParameters } from './parameters';

export interface SideBySideQuery {
  entities: readonly string[];
  facts: boolean;
  lens: Lens;
}

export const comparedLimit = 6;

/** Reads `entity=a&entity=b` and `entity=a,b` alike. */
export function readSideBySide(search: string): SideBySideQuery {
  const parameters = new URLSearchParams(search);
  const named = parameters.getAll('entity').flatMap((value) => value.split(','));
  const entities = [...new Set(named.map((id) => id.trim()).filter(Boolean))].slice(0, comparedLimit);
  return { entities, facts: parameters.get('facts') !== 'false', lens: readLens(parameters) };
}

const named = ({ entities, facts, lens }: SideBySideQuery): string =>
  [
    ...entities.map((id) => `entity=${encodeURIComponent(id)}`),
    writeParameters({ ...lensParameters(lens), ...(!facts && { facts: 'false' }) }),
  ]
    .filter(Boolean)
    .join('&');

export function sideBySidePlace(query: SideBySideQuery): string {
  const parameters = named(query);
  return parameters === '' ? '/compare' : `/compare?${parameters}`;
}

/** The call behind the page, or nothing while there are fewer than two things. */
export const sideBySideCall = (query: SideBySideQuery): string | undefined =>
  query.entities.length < 2
    ? undefined
    : `/api/compare?${named({ ...query, facts: true })}&facts=${query.facts}`;

/** Topics on which all of several hold claims, with the claims of each. */
export function sharedTopics(
  held: readonly (readonly Position[])[],
): { topic: Named; claims: Position['claims'][] }[] {
  const [first, ...others] = held;
  return (first ?? []).flatMap((group) => {
    const { topic } = group;
    if (!topic) return [];
    const same = others.map((groups) => groups.find((one) => one.topic?.id === topic.id));
    return same.every((one) => one !== undefined)
      ? [{ topic, claims: [group.claims, ...same.map(({ claims }) => claims)] }]
      : [];
  });
}

/** All that a comparison names: what is compared first, then what lies between and on both sides of them. */
export const comparedIds = ({ shared, opposite, between, only }: SideBySide): string[] => [
  ...only.map(({ entity }) => entity.id),
  ...endsOf(between),
  ...[...opposite, ...shared].map(({ other }) => other.id),
  ...only.flatMap(({ edges }) => endsOf(edges)),
];
