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
/** What stands under a call that lays several things side by side. */
export const eachThingNote =
  'No one query of SPARQL compares things; clew:edges gives the connections of each, and the claims each holds have it as clew:holder.';
/** What stands under a call for the opposite of a path. */
export const twinNote =
  'By SPARQL it is the opposing path alone: the best between the same ends that has the opposite sign.';
/** What stands under the queries of a relation. */
export const relationNote =
  'The call lists the claims that use the relation; the query of SPARQL its connections, those with most voices first.';

/** Where a SPARQL query is run: the endpoint itself, which answers a browser too. */
export const sparqlPlace = (query: string): string => address('/sparql', { query });

/** A question to a Neo4j server, and how that stands. */
export interface Cypher {
  query: string;
  parameters: Record<string, unknown>;
  change: number;
  lag: number;
}

/** A value as Cypher writes it: what JSON writes, but for the keys of maps, which have no quotes. */
function cypherValue(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(cypherValue).join(', ')}]`;
  if (value !== null && typeof value === 'object') return cypherMap(value as Record<string, unknown>);
  return JSON.stringify(value);
}

const cypherMap = (map: Record<string, unknown>): string =>
  `{${Object.keys(map)
    .sort()
    .map((key) => `${key}: ${cypherValue(map[key])}`)
    .join(', ')}}`;

/** The question as it is typed into Neo4j Browser: its values first. */
export const cypherText = ({ query, parameters }: Cypher): string =>
  `:params ${cypherMap(parameters)}\n\n${query}`;

/** How far the Neo4j server is behind. */
export const parityText = ({ change, lag }: Cypher): string =>
  lag === 0
    ? `In step: the Neo4j server shows change ${change}, the newest.`
    : `${lag} ${lag === 1 ? 'change' : 'changes'} behind: the Neo4j server shows change ${change}, so its answer may differ.`;
