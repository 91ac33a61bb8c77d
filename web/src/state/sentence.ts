/** Signs, steps and paths put into words and marks; colour is never the only carrier. */
import type { ContestedBy, Edge, Hop, Path, Shift, Sign } from '../api/types';
import { plural } from './plural';

export { plural };

const glyphs: Record<Sign, string> = { '+': '▲', '-': '▼', '0': '○', '?': '?' };
const words: Record<Sign, string> = {
  '+': 'raises',
  '-': 'lowers',
  '0': 'no direction given',
  '?': 'is connected to',
};

export const signGlyph = (sign: Sign): string => glyphs[sign];
export const signWord = (sign: Sign): string => words[sign];

/** A short name of the sign for class names. */
export function signClass(sign: Sign): 'raises' | 'lowers' | 'unsigned' {
  return sign === '+' ? 'raises' : sign === '-' ? 'lowers' : 'unsigned';
}

/** Who stands behind something: how many claims say so, of how many independent voices, and how many of these only aim or foresee. */
export interface Backing {
  /** How many claims say so; left out where that is not known. */
  mentions?: number;
  voicesFor: number;
  voicesAgainst: number;
  voicesByClaimType?: Readonly<Record<string, number>>;
}

/** Kinds of claim that count as voices and say how: what is wanted or foreseen is not yet so. */
const tentative = ['aim', 'forecast'] as const;

function tentativeText({ voicesFor, voicesByClaimType = {} }: Backing): string {
  const parts = tentative.flatMap((type) => {
    const count = voicesByClaimType[type] ?? 0;
    if (count === 0) return [];
    return [voicesFor === 1 ? type : plural(count, type)];
  });
  return parts.length === 0 ? '' : ` (${parts.join(', ')})`;
}

/** “6 mentions, 2 voices (1 aim), 1 against”; one mention of one voice reads “1 voice”. */
export function voiceText(backing: Backing): string {
  const { mentions = 0, voicesFor, voicesAgainst } = backing;
  const voices = voicesFor === 0 ? 'no voice' : plural(voicesFor, 'voice');
  const said = mentions > 1 ? [plural(mentions, 'mention')] : [];
  const against = voicesAgainst === 0 ? [] : [`${voicesAgainst.toLocaleString('en')} against`];
  return [...said, `${voices}${tentativeText(backing)}`, ...against].join(', ');
}

/** An edge, a step, or what else tells who stands behind it. */
export interface Backed {
  voicesFor: number;
  voicesAgainst: number;
  voicesByClaimType?: Readonly<Record<string, number>>;
  /** The claims, as ids, or claims and reference records; left out where they are not told. */
  evidence?: readonly (string | { kind: string })[];
  /** How many pieces of evidence there are where not all are told. */
  evidenceTotal?: number;
  facts?: number;
}

/** How many reference records stand behind it. */
export function factsBehind({ facts, evidence = [] }: Backed): number {
  return facts ?? evidence.filter((one) => typeof one !== 'string' && one.kind === 'fact').length;
}

/** Who stands behind it; among the evidence of a step reference records are no mentions. */
export function backingOf(backed: Backed): Backing {
  const { evidence, evidenceTotal } = backed;
  const records = evidence?.some((one) => typeof one !== 'string') ? factsBehind(backed) : 0;
  const mentions = evidence && (evidenceTotal ?? evidence.length) - records;
  return { ...backed, mentions };
}

const contestedWords: Record<ContestedBy, string> = {
  sign: 'some say it raises, some say it lowers',
  denial: 'some deny it',
  framing: 'the word is meant differently',
  scope: 'said of different places or times',
};

/** Why something is contested, in words. */
export function contestedText(contestedBy: ContestedBy | undefined): string {
  return contestedBy === undefined ? 'contested' : `contested: ${contestedWords[contestedBy]}`;
}

/** How a step is read when walked from the entity `from`: with the relation's label or against it. */
export interface StepReading {
  verb: string;
  relation: string;
  against: boolean;
}

export function readStep(hop: Hop, from: string, inverseLabel?: string): StepReading {
  const against = hop.subject.id !== from;
  const relation = against ? (inverseLabel ?? `${hop.relation.label} (read backwards)`) : hop.relation.label;
  return { verb: words[hop.sign], relation, against };
}

/** One edge as a sentence, for lists and for a screen reader on the canvas. */
export function edgeSentence(edge: Edge): string {
  const stated = `${edge.subject.label} ${edge.relation.label} ${edge.object.label}`;
  const facts = edge.facts;
  const parts = [
    edge.sign === '+' || edge.sign === '-' ? words[edge.sign] : undefined,
    edge.voicesFor + edge.voicesAgainst > 0 || facts === 0 ? voiceText(backingOf(edge)) : undefined,
    facts > 0 ? plural(facts, 'reference record') : undefined,
    edge.contested ? contestedText(edge.contestedBy) : undefined,
  ];
  return `${stated} (${parts.filter((part) => part !== undefined).join('; ')})`;
}

/** A piece of a sentence: plain text, or the name of an entity to link. */
export interface Segment {
  text: string;
  entity?: string;
}

/** The meaning in which the entity after a step is read there, by what the step and the one after it say. */
function meaningAfter(hop: Hop, next: Hop | undefined): string | undefined {
  const arriving = hop.forward ? hop.reading.objectFraming : hop.reading.subjectFraming;
  const leaving = next?.forward ? next.reading.subjectFraming : next?.reading.objectFraming;
  const meanings = new Map([arriving, leaving].flatMap((one) => (one ? [[one.id, `“${one.label}”`]] : [])));
  return meanings.size === 0 ? undefined : [...meanings.values()].join(', then ');
}

/** A path as a sentence: “A raises B (in one meaning), which lowers C.” */
export function pathSentence(path: Path): Segment[] {
  const [first, ...rest] = path.nodes;
  if (!first) return [];
  const steps = rest.flatMap((node, index): Segment[] => {
    const hop = path.hops[index];
    if (!hop) return [];
    const meaning = meaningAfter(hop, path.hops[index + 1]);
    return [
      { text: `${index > 0 ? ', which ' : ' '}${words[hop.sign]} ` },
      { text: node.label, entity: node.id },
      ...(meaning ? [{ text: ` (${meaning})` }] : []),
    ];
  });
  return [{ text: first.label, entity: first.id }, ...steps, { text: '.' }];
}

/** Cuts a text at its highlights, which are in order and do not overlap. */
export function highlightSegments(
  text: string,
  highlights: readonly { start: number; end: number }[],
): { text: string; matches: boolean }[] {
  const starts = [0, ...highlights.map(({ end }) => end)];
  const ends = [...highlights.map(({ start }) => start), text.length];
  return starts
    .flatMap((start, index) => {
      const highlight = highlights[index];
      const plain = { text: text.slice(start, ends[index]), matches: false };
      return highlight
        ? [plain, { text: text.slice(highlight.start, highlight.end), matches: true }]
        : [plain];
    })
    .filter((segment) => segment.text !== '');
}

export type MarkKind = 'contested' | 'shift' | 'cancel' | 'fact' | 'thin' | 'whole' | 'flip';

export interface PathMark {
  kind: MarkKind;
  text: string;
}

function shiftText(shift: Shift): string {
  const word = `“${shift.at.label}”`;
  switch (shift.kind) {
    case 'framing-shift':
      return `holds only if ${word} means the same in both claims`;
    case 'framing-unstated':
      return `one claim does not say what it means by ${word}`;
    case 'scope-shift':
      return `the claims around ${word} speak of different places or times`;
  }
}

const numbers = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight'];

/** Which lowering steps undo each other, in the words of the server's sentence; of an odd number one is left over. */
function cancelMark(path: Path): PathMark[] {
  const lowering = path.hops.filter((hop) => hop.sign === '-').length;
  if (!(path.sign === '+' || path.sign === '-') || lowering < 2) return [];
  const word = (count: number) => numbers[count] ?? String(count);
  const all = `${word(lowering)} lowering steps`;
  const which = lowering % 2 === 0 ? all : `${word(lowering - 1)} of the ${all}`;
  return [{ kind: 'cancel', text: `${which} cancel` }];
}

/** Which step to side otherwise at, and what the path then says. */
function flipMark({ flipSign, flipHop }: Path): PathMark[] {
  if (flipSign === undefined) return [];
  const where = flipHop === undefined ? 'the contested step' : `step ${flipHop + 1}`;
  const turned = `${glyphs[flipSign]} ${words[flipSign]}`;
  return [{ kind: 'flip', text: `side with the other view at ${where}, and it reads “${turned}”` }];
}

function restsOnFacts(hop: Hop): boolean {
  return hop.evidence.length > 0 && hop.evidence.every((evidence) => evidence.kind === 'fact');
}

/** What a reader has to know about a path besides its sentence, most important first. */
export function pathMarks(path: Path): PathMark[] {
  const contested = path.hops.filter((hop) => hop.contested).length;
  const facts = path.hops.filter(restsOnFacts).length;
  const thin = path.hops.filter((hop) => !restsOnFacts(hop) && hop.voicesFor === 1 && !hop.contested).length;
  return [
    ...path.shifts.map((shift): PathMark => ({ kind: 'shift', text: shiftText(shift) })),
    ...(contested > 0 ? [{ kind: 'contested', text: plural(contested, 'contested step') } as const] : []),
    ...flipMark(path),
    ...cancelMark(path),
    ...(facts > 0
      ? [{ kind: 'fact', text: `background: ${plural(facts, 'step')} known from reference records` } as const]
      : []),
    ...(path.saidWhole ? [{ kind: 'whole', text: 'one claim says it whole' } as const] : []),
    ...(thin > 0
      ? [
          {
            kind: 'thin',
            text: `${plural(thin, 'step')} ${thin === 1 ? 'rests' : 'rest'} on one voice`,
          } as const,
        ]
      : []),
  ];
}

/** “3 steps, 4 claims, 2 voices; chained by Clew.”, or that one claim says it whole. */
export function pathSize(path: Path): string {
  const size = [
    plural(path.hops.length, 'step'),
    plural(path.claims, 'claim'),
    plural(path.voices, 'voice'),
  ].join(', ');
  const chained = path.saidWhole ? 'said whole by one claim' : 'chained by Clew';
  return path.hops.length > 1 ? `${size}; ${chained}.` : `${size}.`;
}

/** “compute raises alliance”, with who is linked by how many steps, for headings and labels. */
export function pathTitle(path: Path): string {
  const first = path.nodes[0]?.label ?? '';
  const last = path.nodes[path.nodes.length - 1]?.label ?? '';
  return `${first} ${words[path.sign]} ${last}`;
}

/** A slug made readable, where no label was sent. */
export function readableSlug(id: string): string {
  return id.replaceAll('-', ' ');
}

export function capitalize(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}
