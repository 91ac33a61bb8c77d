/** What a path question asks for, as plain data that its address carries. */
import { address, readChoice, readList, readWhole, writeParameters, type Parameters } from './parameters';

export const claimTypes = [
  'report',
  'explanation',
  'forecast',
  'aim',
  'opinion',
  'recommendation',
  'definition',
  'question',
] as const;

export interface PathQuery {
  from?: string;
  via: readonly string[];
  to?: string;
  avoid: readonly string[];
  holder?: string;
  relation: readonly string[];
  claimType: readonly string[];
  sign?: '+' | '-';
  framing?: 'consistent';
  facts?: 'true';
  direction?: 'any';
  minVoices?: number;
  maxHops?: number;
  k?: number;
}

export const noPathQuery: PathQuery = { via: [], avoid: [], relation: [], claimType: [] };

/** A sign as an address writes it: `+` would read as a blank there. */
const signNames = { raises: '+', lowers: '-' } as const;
type SignName = keyof typeof signNames;

/** Reads a path question out of an address; what is unknown or out of bounds is left out. */
export function readPathQuery(search: string): PathQuery {
  const parameters = new URLSearchParams(search);
  const sign = readChoice(parameters.get('sign'), Object.keys(signNames) as SignName[]);
  return {
    from: parameters.get('from') ?? undefined,
    via: readList(parameters.get('via')),
    to: parameters.get('to') ?? undefined,
    avoid: readList(parameters.get('avoid')),
    holder: parameters.get('holder') ?? undefined,
    relation: readList(parameters.get('relation')),
    claimType: readList(parameters.get('claimType')),
    sign: sign && signNames[sign],
    framing: readChoice(parameters.get('framing'), ['consistent']),
    facts: readChoice(parameters.get('facts'), ['true']),
    direction: readChoice(parameters.get('direction'), ['any']),
    minVoices: readWhole(parameters.get('minVoices'), 1, 100),
    maxHops: readWhole(parameters.get('maxHops'), 1, 8),
    k: readWhole(parameters.get('k'), 1, 50),
  };
}

function pathParameters(query: PathQuery): Parameters {
  const { from, via, to, avoid, holder, relation, claimType, ...rest } = query;
  const { framing, facts, direction, minVoices, maxHops, k } = rest;
  return {
    from,
    via,
    to,
    avoid,
    holder,
    relation,
    claimType,
    framing,
    facts,
    direction,
    minVoices,
    maxHops,
    k,
  };
}

export function pathQueryPlace(query: PathQuery, open?: number): string {
  const names = Object.entries(signNames) as [SignName, string][];
  const sign = names.find(([, value]) => value === query.sign)?.[0];
  return address('/paths', { ...pathParameters(query), sign, open });
}

/** The same question as the API is asked for it, or undefined while an end is missing. */
export function pathCall(query: PathQuery): string | undefined {
  if (!query.from || !query.to) return undefined;
  return `/api/paths?${writeParameters({ ...pathParameters(query), sign: query.sign })}`;
}

/** How many conditions beyond from, via and to are set. */
export function conditionCount(query: PathQuery): number {
  const { avoid, relation, claimType, holder, sign, framing, facts, direction, minVoices, maxHops, k } =
    query;
  const lists = avoid.length + relation.length + claimType.length;
  return lists + [holder, sign, framing, facts, direction, minVoices, maxHops, k].filter(Boolean).length;
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
  if (conditionCount(query) > 0) {
    const { from, via, to } = query;
    advice.push({ label: 'without any further condition', query: { ...noPathQuery, from, via, to } });
  }
  return advice;
}

/** The same question for the opposite result, where all paths found raise or all lower. */
export function oppositeQuery(query: PathQuery, found: readonly { sign: string }[]): PathQuery | undefined {
  const signs = new Set(found.map((path) => path.sign).filter((sign) => sign !== '?'));
  if (signs.size !== 1) return undefined;
  return { ...query, sign: signs.has('+') ? '-' : '+' };
}
