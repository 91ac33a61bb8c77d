/** Addresses of queries. */
import { address } from './parameters';

/** What stands under a call that lists paths. */
export const eachPathNote =
  'Each path in it has a query of its own, in SPARQL too: open its claims step by step.';
/** What stands under a call that groups claims. */
export const eachClaimNote =
  'By SPARQL the claims are those whose clew:holder, clew:speaker or links name the thing.';
/** What stands under a call that compares two states or lenses. */
export const eachSideNote =
  'No one query of SPARQL compares two states; clew:edges gives each side, with asOf, holder or without among its parameters.';

/** Where a SPARQL query is run: the endpoint itself, which answers a browser too. */
export const sparqlPlace = (query: string): string => address('/sparql', { query });
