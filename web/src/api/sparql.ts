/** What the page of queries asks beside the queries themselves. */
import { useQuery } from '@tanstack/react-query';
import { address } from '../state/parameters';
import type { Prefixes } from '../state/sparqlText';
import { read } from './client';
import { question } from './queries';
import type { ExampleQueries, Named } from './types';

const suggestLimit = 8;
const lasting = { staleTime: Infinity };

/** The prefixes of queries, at the base of this library. */
export const usePrefixes = () => useQuery({ ...question<Prefixes>('/sparql/prefixes'), ...lasting });

/** Queries to begin with. */
export const useExamples = () => useQuery({ ...question<ExampleQueries>('/sparql/examples'), ...lasting });

type ContextTerm = string | number | { '@id': string };

/** Every term of the vocabulary by its short name, as the JSON-LD context lists them. */
export const useContextTerms = () =>
  useQuery({
    queryKey: ['/context.jsonld'],
    queryFn: async ({ signal }) => {
      const { '@context': context } = await read<{ '@context': Record<string, ContextTerm> }>(
        '/context.jsonld',
        signal,
      );
      return Object.values(context)
        .map((term) => (typeof term === 'object' ? term['@id'] : String(term)))
        .filter((name) => name.startsWith('clew:'));
    },
    ...lasting,
  });

/** Things whose names begin so, for an editor that asks while one types. */
export async function thingsNamed(begin: string): Promise<Named[]> {
  const path = address('/api/suggest', { q: begin, limit: suggestLimit });
  return (await read<{ suggestions: Named[] }>(path)).suggestions;
}
