/** Addresses of queries. */
import { address } from './parameters';

/** Where a SPARQL query is run: the endpoint itself, which answers a browser too. */
export const sparqlPlace = (query: string): string => address('/sparql', { query });
