/** Merging, splitting and retracting things: what is moved where, and what stands in the way. */
import type { Insight, RecordType } from '../api/types';
import type { InsightBody } from './entry';
import { address } from './parameters';

/** The thing that is to be mended, and the one that it is merged into or whose claims it gives. */
export interface Mending {
  thing?: string;
  into?: string;
}

export const mergePlace = ({ thing, into }: Mending): string => address('/merge', { thing, into });

const slug = /^[a-z0-9][a-z0-9-]{0,79}$/;

export function readMending(search: string): Mending {
  const given = new URLSearchParams(search);
  const [thing, into] = [given.get('thing') ?? '', given.get('into') ?? ''];
  return { ...(slug.test(thing) && { thing }), ...(slug.test(into) && { into }) };
}

/** What a read adds to a record and a write leaves out. */
const added = ['iri', 'labels', 'version', 'change', 'status'];

/**
 * A claim that speaks of `to` where it spoke of `from`. A meaning that was chosen for `from` goes: it belongs to that
 * word.
 */
export function movedClaim(insight: Insight, from: string, to: string): InsightBody {
  const moved = (id: string) => (id === from ? to : id);
  const list = (ids: readonly string[]) => [...new Set(ids.map(moved))];
  const { holder, speaker, links, topics, mentions, quantities } = insight;
  const kept = Object.fromEntries(Object.entries(insight).filter(([name]) => !added.includes(name)));
  return {
    ...(kept as InsightBody),
    ...(holder !== undefined && { holder: moved(holder) }),
    ...(speaker !== undefined && { speaker: moved(speaker) }),
    ...(topics && { topics: list(topics) }),
    ...(mentions && { mentions: list(mentions) }),
    ...(links && { links: links.map((link) => movedLink(link, from, to)) }),
    ...(quantities && { quantities: quantities.map((quantity) => movedQuantity(quantity, from, to)) }),
  };
}

type Link = NonNullable<Insight['links']>[number];
type Quantity = NonNullable<Insight['quantities']>[number];

function movedLink(link: Link, from: string, to: string): Link {
  const { subject, object, subjectFraming, objectFraming, scope, ...rest } = link;
  const moved = (id: string) => (id === from ? to : id);
  return {
    ...rest,
    subject: moved(subject),
    object: moved(object),
    ...(subjectFraming !== undefined && subject !== from && { subjectFraming }),
    ...(objectFraming !== undefined && object !== from && { objectFraming }),
    ...(scope && { scope: { ...scope, ...(scope.where !== undefined && { where: moved(scope.where) }) } }),
  };
}

function movedQuantity(quantity: Quantity, from: string, to: string): Quantity {
  const moved = (id: string) => (id === from ? to : id);
  switch (quantity.kind) {
    case 'value':
      return { ...quantity, of: moved(quantity.of) };
    case 'factor':
      return { ...quantity, cause: moved(quantity.cause), effect: moved(quantity.effect) };
    case 'product':
      return { ...quantity, result: moved(quantity.result), factors: quantity.factors.map(moved) };
  }
}

/** The records that a refusal names as still referring to a thing, each once. */
export function referrersIn(messages: readonly string[]): { type: RecordType; id: string }[] {
  const named = messages.flatMap((message) => {
    const [, list = ''] = /still referred to by (.*)$/.exec(message) ?? [];
    return list.match(/\b(?:insight|entity|source)\/[a-z0-9][a-z0-9-]*/g) ?? [];
  });
  return [...new Set(named)].map((path) => {
    const at = path.indexOf('/');
    return { type: path.slice(0, at) as RecordType, id: path.slice(at + 1) };
  });
}
