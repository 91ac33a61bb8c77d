/** A link typed as a curator writes it: `compute > enables > sovereignty`, with the part at the caret completed. */
import type { Named, RelationType, Sign } from '../api/types';
import { readableSlug } from './sentence';

export type LinkPart = 'subject' | 'relation' | 'object';
const parts: readonly LinkPart[] = ['subject', 'relation', 'object'];

/** What stands in one part of a line: words still being typed, or what they were found to name. */
export interface LinkWord {
  typed: string;
  named?: Named;
}

/** A link while it is written. */
export interface LinkDraft {
  /** The line as it stands in its field. */
  text: string;
  words: Record<LinkPart, LinkWord>;
  denied: boolean;
  /** Left out while the relation's own sign holds. */
  sign?: '+' | '-' | '0';
  subjectFraming?: string;
  objectFraming?: string;
  scope: { where?: Named; period?: string; condition?: string };
}

const noWord: LinkWord = { typed: '' };
export const emptyLink: LinkDraft = {
  text: '',
  words: { subject: noWord, relation: noWord, object: noWord },
  denied: false,
  scope: {},
};

/** Which part of a line the caret stands in; behind a third `>` it is still the object. */
export function partAt(text: string, caret: number): LinkPart {
  const before = text.slice(0, caret).split('>').length - 1;
  return parts[Math.min(before, 2)] ?? 'object';
}

/** The link after its line was edited: a part whose words changed names nothing until it is chosen again. */
export function retyped(link: LinkDraft, text: string): LinkDraft {
  const [subject = '', relation = '', ...object] = text.split('>');
  const word = (part: LinkPart, typed: string): LinkWord =>
    link.words[part].typed === typed ? link.words[part] : { typed };
  const words = {
    subject: word('subject', subject.trim()),
    relation: word('relation', relation.trim()),
    object: word('object', object.join('>').trim()),
  };
  return { ...withoutLostFramings(link, words), text, words };
}

/** A meaning belongs to the entity it was chosen for. */
function withoutLostFramings(link: LinkDraft, words: LinkDraft['words']): LinkDraft {
  const kept = { ...link };
  if (words.subject.named?.id !== link.words.subject.named?.id) delete kept.subjectFraming;
  if (words.object.named?.id !== link.words.object.named?.id) delete kept.objectFraming;
  if (words.relation.named?.id !== link.words.relation.named?.id) delete kept.sign;
  return kept;
}

/** The link with one part settled; the line then waits for the part behind it. */
export function chosen(link: LinkDraft, part: LinkPart, named: Named): LinkDraft {
  const words = { ...link.words, [part]: { typed: named.label, named } };
  const begun = parts.slice(
    0,
    Math.max(parts.indexOf(part) + 2, parts.findLastIndex((one) => words[one].typed !== '') + 1),
  );
  const text = begun.map((one) => words[one].typed).join(' > ');
  return { ...withoutLostFramings(link, words), text, words };
}

/** The same with one optional part set, or without it. */
export function withPart<T extends object, K extends keyof T>(whole: T, part: K, value: T[K] | undefined): T {
  const others = Object.entries(whole).filter(([name]) => name !== part);
  return Object.fromEntries(value === undefined ? others : [...others, [part, value]]) as T;
}

/** The relations whose label, alias or id holds what was typed, those that begin with it first. */
export function relationsLike(typed: string, relations: Iterable<RelationType>): RelationType[] {
  const wanted = typed.trim().toLowerCase();
  const names = (relation: RelationType) =>
    [relation.label, relation.id, ...relation.aliases].map((name) => name.toLowerCase());
  const rank = (relation: RelationType) =>
    names(relation).some((name) => name.startsWith(wanted))
      ? 0
      : names(relation).some((name) => name.includes(wanted))
        ? 1
        : 2;
  return [...relations]
    .filter((relation) => rank(relation) < 2)
    .sort((one, other) => rank(one) - rank(other) || one.label.localeCompare(other.label, 'en'));
}

/** The alias that made a relation fit what was typed, or undefined where its label does. */
export function aliasLike(typed: string, relation: RelationType): string | undefined {
  const wanted = typed.trim().toLowerCase();
  if (wanted === '' || relation.label.toLowerCase().includes(wanted)) return undefined;
  return relation.aliases.find((alias) => alias.toLowerCase().includes(wanted));
}

/** Whether all three parts are settled. */
export function isSettled(link: LinkDraft): boolean {
  return parts.every((part) => link.words[part].named !== undefined);
}

/** Whether nothing was typed at all. */
export function isBlank(link: LinkDraft): boolean {
  return parts.every((part) => link.words[part].typed === '');
}

/** The first part that is typed but names nothing yet. */
export function unsettledPart(link: LinkDraft): LinkPart | undefined {
  return parts.find((part) => link.words[part].named === undefined);
}

const more: Record<'+' | '-', string> = { '+': 'more', '-': 'less' };

/** The sign a link says: its own, or else its relation's. */
export function saidSign(link: LinkDraft, relation: RelationType | undefined): Sign {
  return link.sign ?? relation?.defaultSign ?? '0';
}

/** The link read back: “More compute → more sovereignty (as owned hardware), believed by the White House”. */
export function readBack(
  link: LinkDraft,
  relation: RelationType | undefined,
  holder: string | undefined,
): string | undefined {
  const { subject, object } = link.words;
  if (!subject.named || !object.named || !relation) return undefined;
  const side = (named: Named, framing: string | undefined) =>
    framing ? `${named.label} (as ${readableSlug(framing)})` : named.label;
  const ends: [string, string] = [
    side(subject.named, link.subjectFraming),
    side(object.named, link.objectFraming),
  ];
  const [cause, effect] = relation.runsBackward ? [ends[1], ends[0]] : ends;
  const sign = saidSign(link, relation);
  const plain =
    sign === '+' || sign === '-'
      ? `More ${cause} → ${more[sign]} ${effect}`
      : `${ends[0]} ${relation.label} ${ends[1]}`;
  const said = link.denied ? `It is not so that: ${plain}` : plain;
  return `${said}, ${holder ? `believed by ${holder}` : 'believed by nobody named'}`;
}
