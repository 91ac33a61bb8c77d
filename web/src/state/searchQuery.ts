/** What a search asks for, as plain data that its address carries. */
import { address, readList, writeParameters, type Parameters } from './parameters';

/** The filters a result list offers, in the order shown; each takes several values except where the API takes one. */
export const facetNames = [
  'type',
  'kind',
  'claimType',
  'certainty',
  'contested',
  'holder',
  'speaker',
  'source',
  'podcast',
  'year',
  'topic',
  'relation',
  'sign',
  'entity',
] as const;
export type FacetName = (typeof facetNames)[number];

/** The orders of results, each with its words. */
export const sortOrders = {
  relevance: 'best match',
  newest: 'newest source',
  voices: 'most independent voices',
} as const;

/** The ways to match text, each with its words. */
export const modes = {
  hybrid: 'words and meaning',
  text: 'words only',
  meaning: 'meaning only',
} as const;

export interface SearchQuery {
  q: string;
  chosen: Partial<Record<FacetName, readonly string[]>>;
  from?: string;
  to?: string;
  minVoices?: string;
  sort?: string;
  mode?: string;
}

const plainNames = ['from', 'to', 'minVoices', 'sort', 'mode'] as const;

/** Reads a search out of an address; what is unknown is left out. */
export function readSearch(search: string): SearchQuery {
  const parameters = new URLSearchParams(search);
  const query: SearchQuery = { q: parameters.get('q') ?? '', chosen: {} };
  for (const name of facetNames) {
    const values = readList(parameters.get(name));
    if (values.length > 0) query.chosen[name] = values;
  }
  for (const name of plainNames) {
    const value = parameters.get(name);
    if (value) query[name] = value;
  }
  return query;
}

/** A search as the parameters of an address or a call. */
export function searchParameters(query: SearchQuery): Parameters {
  const { q, chosen, from, to, minVoices, sort, mode } = query;
  return {
    q,
    ...Object.fromEntries(facetNames.map((name) => [name, chosen[name]])),
    from,
    to,
    minVoices,
    sort,
    mode,
  };
}

export function searchPlace(query: SearchQuery): string {
  return address('/search', searchParameters(query));
}

/** The same search as the API is asked for it. */
export function searchCall(query: SearchQuery, page: { limit: number; cursor?: string }): string {
  return `/api/search?${writeParameters({ ...searchParameters(query), ...page })}`;
}

/** Adds `value` to a filter, or takes it away where it is there; contested or not is one or the other. */
export function toggleFacet(query: SearchQuery, name: FacetName, value: string): SearchQuery {
  const before = query.chosen[name] ?? [];
  const kept = name === 'contested' ? [] : before;
  const after = before.includes(value) ? before.filter((one) => one !== value) : [...kept, value];
  const rest = Object.entries(query.chosen).filter(([other]) => other !== name);
  return {
    ...query,
    chosen: { ...Object.fromEntries(rest), ...(after.length > 0 ? { [name]: after } : {}) },
  };
}

/** How many filters are set. */
export function chosenCount(query: SearchQuery): number {
  const chosen = Object.values(query.chosen).reduce((sum, values) => sum + values.length, 0);
  return chosen + [query.minVoices, query.from, query.to].filter(Boolean).length;
}
