/** A claim while a curator writes it: plain state, and what becomes of it when it is saved. */
import type { Attribution, Certainty, ClaimType, Insight, Link, Named } from '../api/types';
import { emptyLink, isBlank, isSettled, saidSign, unsettledPart, type LinkDraft } from './linkLine';
import { readMoment } from './moment';
import { quantityBody, quantityDraft, quantityProblem, type QuantityDraft } from './quantities';
import type { RelationType } from '../api/types';

export interface Entry {
  text: string;
  claimType: ClaimType;
  certainty: Certainty;
  attribution: Attribution;
  holder?: Named;
  speaker?: Named;
  source?: Named;
  /** As typed: `1:02:33`, `12:34` or seconds. */
  start: string;
  end: string;
  quote: string;
  links: readonly LinkDraft[];
  quantities: readonly QuantityDraft[];
  topics: readonly Named[];
  note: string;
}

export const emptyEntry: Entry = {
  text: '',
  claimType: 'report',
  certainty: 'plain',
  attribution: 'own',
  start: '',
  end: '',
  quote: '',
  links: [emptyLink],
  quantities: [],
  topics: [],
  note: '',
};

/** The next claim of the same evening: who, where and about what stays; what was said is new. */
export function nextEntry(entry: Entry): Entry {
  const { holder, speaker, source, attribution, topics } = entry;
  return {
    ...emptyEntry,
    ...(holder && { holder }),
    ...(speaker && { speaker }),
    ...(source && { source }),
    attribution,
    topics,
  };
}

/** Something in the form to mend, at the field that the path of the server's problems names too. */
export interface EntryProblem {
  path: string;
  message: string;
}

/** What the form itself sees; shapes and rules are the server's to check. */
export function entryProblems(entry: Entry): EntryProblem[] {
  const problems: EntryProblem[] = [];
  const tell = (path: string, message: string) => problems.push({ path, message });
  if (entry.text.trim() === '') tell('text', 'Say the claim in one to three sentences of your own.');
  if (!entry.source) tell('source', 'Choose where it was said; add the source first if it is new.');
  for (const field of ['start', 'end'] as const) {
    if (entry[field].trim() !== '' && readMoment(entry[field]) === undefined)
      tell(field, 'Write a time as 1:02:33, 12:34 or seconds.');
  }
  entry.links.forEach((link, index) => {
    if (isBlank(link) || isSettled(link)) return;
    const part = unsettledPart(link) ?? 'object';
    const typed = link.words[part].typed;
    tell(
      `links[${index}].${part}`,
      typed === ''
        ? `The ${part} is missing: write subject > relation > object.`
        : `“${typed}” is not chosen yet.`,
    );
  });
  entry.quantities.forEach((quantity, index) => {
    const problem = quantityProblem(quantity);
    if (problem) tell(`quantities[${index}]`, problem);
  });
  return problems;
}

function linkBody(link: LinkDraft, relations: ReadonlyMap<string, RelationType>): Link | undefined {
  const { subject, relation, object } = link.words;
  if (!subject.named || !relation.named || !object.named) return undefined;
  const said = saidSign(link, relations.get(relation.named.id));
  const scope = {
    ...(link.scope.where && { where: link.scope.where.id }),
    ...(link.scope.period && { period: link.scope.period }),
    ...(link.scope.condition && { condition: link.scope.condition }),
  };
  return {
    subject: subject.named.id,
    relation: relation.named.id,
    object: object.named.id,
    sign: said === '?' ? '0' : said,
    denied: link.denied,
    ...(link.subjectFraming && { subjectFraming: link.subjectFraming }),
    ...(link.objectFraming && { objectFraming: link.objectFraming }),
    ...(Object.keys(scope).length > 0 && { scope }),
  };
}

/** An insight as the server takes it: what the server adds by itself is left out. */
export type InsightBody = Omit<
  Partial<Insight>,
  'version' | 'change' | 'status' | 'labels' | 'iri' | 'grounding'
>;

/** The record that the entry stands for; parts not settled yet are left out. */
export function entryBody(entry: Entry, relations: ReadonlyMap<string, RelationType>): InsightBody {
  const moment = (field: 'start' | 'end') => {
    const seconds = readMoment(entry[field]);
    return seconds === undefined ? {} : { [field]: seconds };
  };
  const links = entry.links.flatMap((link) => linkBody(link, relations) ?? []);
  const quantities = entry.quantities.flatMap((draft) => quantityBody(draft) ?? []);
  return {
    type: 'insight',
    text: entry.text.trim(),
    claimType: entry.claimType,
    certainty: entry.certainty,
    attribution: entry.attribution,
    ...(entry.holder && { holder: entry.holder.id }),
    ...(entry.speaker && { speaker: entry.speaker.id }),
    ...(entry.source && { source: entry.source.id }),
    ...moment('start'),
    ...moment('end'),
    ...(entry.quote.trim() && { quote: entry.quote.trim() }),
    ...(links.length > 0 && { links }),
    ...(quantities.length > 0 && { quantities }),
    ...(entry.topics.length > 0 && { topics: entry.topics.map(({ id }) => id) }),
    ...(entry.note.trim() && { note: entry.note.trim() }),
  };
}

/** The entry that a record stands for, to go on writing it: the other way of {@link entryBody}. */
export function entryOf(
  body: InsightBody,
  label: (id: string) => string,
  relations: ReadonlyMap<string, RelationType>,
): Entry {
  const named = (id: string): Named => ({ id, label: label(id) });
  const word = (one: Named) => ({ typed: one.label, named: one });
  const links = (body.links ?? []).map((link): LinkDraft => {
    const relation = relations.get(link.relation);
    const words = {
      subject: word(named(link.subject)),
      relation: word({ id: link.relation, label: relation?.label ?? label(link.relation) }),
      object: word(named(link.object)),
    };
    return {
      text: Object.values(words)
        .map(({ typed }) => typed)
        .join(' > '),
      words,
      denied: link.denied,
      ...(link.sign !== (relation?.defaultSign ?? '0') && { sign: link.sign }),
      ...(link.subjectFraming && { subjectFraming: link.subjectFraming }),
      ...(link.objectFraming && { objectFraming: link.objectFraming }),
      scope: {
        ...(link.scope?.where && { where: named(link.scope.where) }),
        ...(link.scope?.period && { period: link.scope.period }),
        ...(link.scope?.condition && { condition: link.scope.condition }),
      },
    };
  });
  return {
    ...emptyEntry,
    text: body.text ?? '',
    claimType: body.claimType ?? emptyEntry.claimType,
    certainty: body.certainty ?? emptyEntry.certainty,
    attribution: body.attribution ?? emptyEntry.attribution,
    ...(body.holder && { holder: named(body.holder) }),
    ...(body.speaker && { speaker: named(body.speaker) }),
    ...(body.source && { source: named(body.source) }),
    start: body.start === undefined ? '' : String(body.start),
    end: body.end === undefined ? '' : String(body.end),
    quote: body.quote ?? '',
    links: links.length > 0 ? links : [emptyLink],
    quantities: (body.quantities ?? []).map((quantity) => quantityDraft(quantity, named)),
    topics: (body.topics ?? []).map(named),
    note: body.note ?? '',
  };
}
