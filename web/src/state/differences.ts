/** What became of edges, in words: between two moments, or without some claims. */
import type { Difference, Standing } from '../api/types';
import { plural, signGlyph, signWord, voiceText } from './sentence';

export type DifferenceKind = Difference['kinds'][number];

const kinds: Record<DifferenceKind, string> = {
  flipped: 'turned the other way',
  contested: 'newly contested',
  settled: 'no longer contested',
  added: 'new',
  gone: 'gone',
  weakened: 'weaker',
  strengthened: 'stronger',
  restated: 'said by other claims',
};

/** Gravest first, as a reader asks for them. */
export const differenceKinds = Object.keys(kinds) as DifferenceKind[];
export const differenceLabel = (kind: DifferenceKind): string => kinds[kind];

/** “▲ raises, 2 voices, 1 against”, “nothing” where the edge is not drawn. */
export function standingText(standing: Standing | undefined): string {
  if (!standing?.drawn) return standing && standing.deniedBy.length > 0 ? 'only denied' : 'nothing';
  const { sign, voicesFor, voicesAgainst } = standing;
  const reading = sign === '+' || sign === '-' ? `${signGlyph(sign)} ${signWord(sign)}, ` : '';
  const contested = standing.contested ? ', contested' : '';
  const facts = voicesFor + voicesAgainst === 0 && standing.evidence.length === 0;
  return facts ? 'a reference record' : `${reading}${voiceText(standing)}${contested}`;
}

/** How many edges of which kind there are, most important first: “1 turned the other way, 3 weaker”. */
export function countsText(counts: Record<string, number>): string {
  const parts = differenceKinds
    .map((kind) => [counts[kind] ?? 0, differenceLabel(kind)] as const)
    .filter(([count]) => count > 0)
    .map(([count, label]) => `${count.toLocaleString('en')} ${label}`);
  return parts.join(', ');
}

/** “2 connections change: 1 gone, 1 weaker”, or that none does. */
export function changedText(total: number, counts: Record<string, number>): string {
  if (total === 0) return 'No connection changes.';
  return `${plural(total, 'connection')} ${total === 1 ? 'changes' : 'change'}: ${countsText(counts)}.`;
}
