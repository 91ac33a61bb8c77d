/** What a path question asks for, as plain data that its address carries. */
import { lensCount, lensParameters, noLens, readLens, type Lens } from './lens';
import { address, readChoice, readList, readWhole, writeParameters, type Parameters } from './parameters';

/** The kinds of entity, as the API names them. */
export const entityKinds = [
  'Nation',
  'Organization',
  'Person',
  'Alliance',
  'Strategy',
  'Resource',
  'Technology',
  'Policy',
  'Event',
  'Concept',
] as const;

export interface PathQuery {
  from?: string;
  via: readonly string[];
  to?: string;
  /** A path by all its entities: then this one alone is meant. */
  nodes: readonly string[];
  avoid: readonly string[];
  relation: readonly string[];
  kind: readonly string[];
  sign?: '+' | '-';
  framing?: 'consistent';
  facts?: 'true';
  direction?: 'any';
  maxHops?: number;
  k?: number;
  lens: Lens;
}

export const noPathQuery: PathQuery = {
  via: [],
  nodes: [],
  avoid: [],
  relation: [],
  kind: [],
  lens: noLens,
};

/** A sign as an address writes it: `+` would read as a blank there. */
const signNames = { raises: '+', lowers: '-' } as const;
type SignName = keyof typeof signNames;

/** A sign as an address of ours or of a permanent link writes it; a bare `+` has become a blank on its way. */
function readSign(value: string | null): PathQuery['sign'] {
  const name = readChoice(value, Object.keys(signNames) as SignName[]);
  return name ? signNames[name] : value === '-' ? '-' : value === '+' || value === ' ' ? '+' : undefined;
}

/** Reads a path question out of an address; what is unknown or out of bounds is left out. */
export function readPathQuery(search: string): PathQuery {
  const parameters = new URLSearchParams(search);
  const nodes = readList(parameters.get('nodes')).slice(0, 9);
  return {
    from: parameters.get('from') ?? nodes[0],
    via: readList(parameters.get('via')),
    to: parameters.get('to') ?? nodes[nodes.length - 1],
    nodes: nodes.length > 1 ? nodes : [],
    avoid: readList(parameters.get('avoid')),
    relation: readList(parameters.get('relation')),
    kind: readList(parameters.get('kind')).filter((kind) => entityKinds.some((known) => known === kind)),
    sign: readSign(parameters.get('sign')),
    framing: readChoice(parameters.get('framing'), ['consistent']),
    facts: readChoice(parameters.get('facts'), ['true']),
    direction: readChoice(parameters.get('direction'), ['any']),
    maxHops: readWhole(parameters.get('maxHops'), 1, 8),
    k: readWhole(parameters.get('k'), 1, 50),
    lens: readLens(parameters),
  };
}

function pathParameters(query: PathQuery): Parameters {
  const { from, via, to, nodes, avoid, relation, kind } = query;
  const { framing, facts, direction, maxHops, k, lens } = query;
  const filters = { from, via, to, nodes, avoid, relation, kind, framing, facts, direction, maxHops, k };
  return { ...filters, ...lensParameters(lens) };
}

export function pathQueryPlace(query: PathQuery, shown: Parameters = {}): string {
  const names = Object.entries(signNames) as [SignName, string][];
  const sign = names.find(([, value]) => value === query.sign)?.[0];
  return address('/paths', { ...pathParameters(query), sign, ...shown });
}

/** One call of the API with a path question and some more, or undefined while an end is missing. */
export function askOfPath(place: string, query: PathQuery, more: Parameters = {}): string | undefined {
  if (!query.from || !query.to) return undefined;
  return `${place}?${writeParameters({ ...pathParameters(query), sign: query.sign, ...more })}`;
}

/** The same question as the API is asked for it, or undefined while an end is missing. */
export const pathCall = (query: PathQuery): string | undefined => askOfPath('/api/paths', query);

/** What becomes of these paths from change to change, as a feed; undefined while an end is missing. */
export const pathFeed = ({ lens, ...query }: PathQuery): string | undefined =>
  askOfPath('/feeds/paths.atom', { ...query, nodes: [], lens: { ...lens, asOf: undefined } });

/** How many conditions beyond from, via and to are set, those of the lens left out. */
export function conditionCount(query: PathQuery): number {
  const { avoid, relation, kind, sign, framing, facts, direction, maxHops, k } = query;
  const lists = avoid.length + relation.length + kind.length;
  return lists + [sign, framing, facts, direction, maxHops, k].filter(Boolean).length;
}

export interface Advice {
  label: string;
  query: PathQuery;
}

/** What to try when nothing was found: each a question less strict than the one asked. */
export function looserQueries(query: PathQuery): Advice[] {
  const advice: Advice[] = [];
  if (query.via.length > 0)
    advice.push({ label: 'without the stop on the way', query: { ...query, via: [] } });
  if (query.direction !== 'any')
    advice.push({
      label: 'in any direction, also against the influence',
      query: { ...query, direction: 'any' },
    });
  if (query.facts !== 'true')
    advice.push({ label: 'with reference records such as memberships', query: { ...query, facts: 'true' } });
  if ((query.maxHops ?? 6) < 8) advice.push({ label: 'with up to 8 steps', query: { ...query, maxHops: 8 } });
  if (lensCount(query.lens) > 0)
    advice.push({ label: 'as everybody sees it today', query: { ...query, lens: noLens } });
  if (conditionCount(query) > 0) {
    const { from, via, to, lens } = query;
    advice.push({ label: 'without any further condition', query: { ...noPathQuery, from, via, to, lens } });
  }
  return advice;
}

/** The same question for the opposite result, where all paths found raise or all lower. */
export function oppositeQuery(query: PathQuery, found: readonly { sign: string }[]): PathQuery | undefined {
  const signs = new Set(found.map((path) => path.sign).filter((sign) => sign !== '?'));
  if (signs.size !== 1) return undefined;
  return { ...query, nodes: [], sign: signs.has('+') ? '-' : '+' };
}
