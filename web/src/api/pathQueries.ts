/** What the pages ask about paths, influence, lenses and moments; each with its address as cache key. */
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { readableSlug } from '../state/sentence';
import { question, useEntities, useSource } from './queries';
import type { Entity } from './types';

/** The answer of a call made by a pure function, or nothing while there is no call; `keep` shows the last one meanwhile. */
export const useCall = <T>(call: string | undefined, keep = false) =>
  useQuery({
    ...question<T>(call ?? ''),
    enabled: call !== undefined,
    ...(keep && { placeholderData: keepPreviousData }),
  });

/** The names of entities, and of one source, as ids made readable until they have come. */
export function useNames(
  ids: readonly (string | undefined)[],
  source?: string,
): (id: string | undefined) => string {
  const wanted = [...new Set(ids.filter((id) => id !== undefined && id !== ''))] as string[];
  const answers = useEntities(wanted);
  const book = useSource(source).data;
  const known = answers.flatMap(({ data }): Pick<Entity, 'id' | 'label'>[] => (data ? [data] : []));
  const labels = new Map(known.map((entity) => [entity.id, entity.label]));
  if (book) labels.set(book.id, book.title);
  return (id) => (id === undefined ? '' : (labels.get(id) ?? readableSlug(id)));
}
