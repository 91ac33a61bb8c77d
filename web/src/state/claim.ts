/** What a single claim says about itself, put into words. */
import type { Attribution, Certainty, ClaimType, Insight, Link, Quantity, Rank, Scope } from '../api/types';
import { readableSlug } from './sentence';

export interface ClaimMark {
  /** The glossary term that explains the mark. */
  term: string;
  label: string;
}

const attributionMarks: Record<Attribution, ClaimMark | undefined> = {
  own: undefined,
  reported: { term: 'reported', label: 'reported' },
  inferred: { term: 'inferred', label: 'inferred' },
};

/** What most claims are; saying it on every card would hide what is unusual. */
const ordinary: readonly ClaimType[] = ['report', 'explanation'];

/** The marks a claim carries wherever it is shown: what is unusual about it. */
export function claimMarks(claim: {
  claimType?: ClaimType;
  certainty?: Certainty;
  attribution?: Attribution;
  rank?: Rank;
}): ClaimMark[] {
  const { claimType, certainty, attribution, rank } = claim;
  const marks: (ClaimMark | undefined)[] = [
    claimType && !ordinary.includes(claimType) ? { term: claimType, label: claimType } : undefined,
    certainty === 'hedged' ? { term: 'hedged', label: 'hedged' } : undefined,
    attribution && attributionMarks[attribution],
    rank && { term: rank, label: rank === 'low' ? 'ranked low' : rank },
  ];
  return marks.filter((mark) => mark !== undefined);
}

/** A rank as a curator gives it; the ordinary one is not written down. */
export type GivenRank = Rank | 'normal';

/** The ranks a curator can give, the ordinary one first. */
export const ranks: readonly GivenRank[] = ['normal', 'low', 'outdated'];

export const rankWords: Record<GivenRank, string> = {
  normal: 'as every claim',
  low: 'low: comes after others, and says so',
  outdated: 'outdated: was said, and holds no more',
};

/** A claim as it was read, with another rank. */
export function withRank(insight: Insight, rank: GivenRank): Insight {
  const ranked = { ...insight };
  delete ranked.rank;
  return rank === 'normal' ? ranked : { ...ranked, rank };
}

const attributionSentences: Record<Attribution, string> = {
  own: 'in the holder’s own voice',
  reported: 'reported: somebody says that the holder believes it',
  inferred: 'inferred: the speaker concludes that the holder believes it',
};

export const attributionSentence = (attribution: Attribution): string => attributionSentences[attribution];

/** Labels that came with a record; what is missing reads as its id made readable. */
export function labelOf(labels: Record<string, string> | undefined, id: string): string {
  return labels?.[id] ?? readableSlug(id);
}

/** “in partner nations, 2020 to 2025, if models become free”, or undefined where nothing limits the link. */
export function scopeText(
  scope: Scope | undefined,
  labels: Record<string, string> | undefined,
): string | undefined {
  const parts = [
    scope?.where && `in ${labelOf(labels, scope.where)}`,
    scope?.period?.replace('/', ' to '),
    scope?.condition,
  ].filter((part): part is string => Boolean(part));
  return parts.length === 0 ? undefined : parts.join(', ');
}

/** A quantity as a short statement. */
export function quantityText(quantity: Quantity, labels: Record<string, string> | undefined): string {
  const name = (id: string) => labelOf(labels, id);
  switch (quantity.kind) {
    case 'value':
      return `${name(quantity.of)}: ${quantity.value} ${quantity.unit}${quantity.when ? ` (${quantity.when})` : ''}`;
    case 'factor':
      return `${quantity.causeBy} × ${name(quantity.cause)} gives ${quantity.effectBy} × ${name(quantity.effect)}`;
    case 'product':
      return `${name(quantity.result)} = ${quantity.factors.map(name).join(' × ')}`;
  }
}

/** A link in words, for a screen reader and as plain text. */
export function linkText(link: Link, labels: Record<string, string> | undefined): string {
  const stated = [link.subject, link.relation, link.object].map((id) => labelOf(labels, id)).join(' ');
  const limits = scopeText(link.scope, labels);
  return [link.denied ? `denied: ${stated}` : stated, limits].filter(Boolean).join(', ');
}

/** The entities a claim links, as the ends a path could start from (objects) or arrive at (subjects). */
export function claimEnds(insight: Pick<Insight, 'links'>): { from: string[]; to: string[]; all: string[] } {
  const links = (insight.links ?? []).filter((link) => !link.denied);
  const subjects = [...new Set(links.map((link) => link.subject))];
  const objects = [...new Set(links.map((link) => link.object))];
  return { from: objects, to: subjects, all: [...new Set([...subjects, ...objects])] };
}

/** A claim shortened to fit where only one line is left, cut between words. */
export function shorten(text: string, lengthLimit: number): string {
  if (text.length <= lengthLimit) return text;
  const cut = text.slice(0, lengthLimit);
  const blank = cut.lastIndexOf(' ');
  return `${cut.slice(0, blank > lengthLimit / 2 ? blank : lengthLimit)}…`;
}
