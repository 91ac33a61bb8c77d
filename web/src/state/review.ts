/** Proposals in a curator's words: which are listed, what one says, and what publishing would do. */
import type { Consequences, ForetoldEdge, Proposal } from '../api/types';
import { labelOf } from './claim';
import type { Entry, InsightBody } from './entry';
import { entryBody } from './entry';
import { address, readChoice, readWhole } from './parameters';
import { contestedText, highlightSegments, plural, signWord, voiceText } from './sentence';
import type { RelationType } from '../api/types';

export const proposalStates = ['proposed', 'draft', 'accepted', 'rejected'] as const;
export const proposalOrigins = ['form', 'import', 'scan'] as const;
export type ProposalState = (typeof proposalStates)[number];
export type ProposalOrigin = (typeof proposalOrigins)[number];

export const stateWords: Record<ProposalState, string> = {
  proposed: 'Waiting',
  draft: 'My drafts',
  accepted: 'Accepted',
  rejected: 'Rejected',
};
export const originWords: Record<ProposalOrigin, string> = {
  form: 'by hand',
  import: 'from a file',
  scan: 'found in a text',
};

/** Which proposals are listed, and which one is open. */
export interface ReviewFilter {
  state: ProposalState;
  origin?: ProposalOrigin;
  run?: number;
  open?: number;
}

const mostNumber = 999_999;

export function readReviewFilter(search: string): ReviewFilter {
  const given = new URLSearchParams(search);
  const origin = readChoice(given.get('origin'), proposalOrigins);
  const run = readWhole(given.get('run'), 1, mostNumber);
  const open = readWhole(given.get('open'), 1, mostNumber);
  return {
    state: readChoice(given.get('state'), proposalStates) ?? 'proposed',
    ...(origin && { origin }),
    ...(run && { run }),
    ...(open && { open }),
  };
}

/** The page at this filter; what waits is shown where nothing else is said. */
export const reviewPlace = ({ state, origin, run, open }: ReviewFilter): string =>
  address('/review', { state: state === 'proposed' ? undefined : state, origin, run, open });

export const proposalsCall = (
  { state, origin, run }: ReviewFilter,
  cursor?: string,
  similar?: true,
): string => address('/api/proposals', { state, origin, run, limit: 50, cursor, similar: similar && 'true' });

/** Proposals that stand together in the queue: the claims that scans found in one episode, or others. */
export interface QueueGroup {
  /** The episode; left out for what comes from elsewhere. */
  episode?: string;
  proposals: Proposal[];
}

/** The episode in which a scan found a claim; undefined for what comes from elsewhere. */
export function scannedEpisode({ origin, record }: Pick<Proposal, 'origin' | 'record'>): string | undefined {
  return origin.kind === 'scan' ? text((record as Record<string, unknown>)['source']) : undefined;
}

/** The queue as it is read: what was found in one episode together, each group where its first proposal stands. */
export function queueGroups(proposals: readonly Proposal[]): QueueGroup[] {
  const groups: QueueGroup[] = [];
  for (const proposal of proposals) {
    const episode = scannedEpisode(proposal);
    const last = groups.at(-1);
    const group =
      episode === undefined
        ? last && last.episode === undefined
          ? last
          : undefined
        : groups.find((one) => one.episode === episode);
    if (group) group.proposals.push(proposal);
    else groups.push({ ...(episode !== undefined && { episode }), proposals: [proposal] });
  }
  return groups;
}

/** The number to go on with when the one at `number` is decided: the next, or else the one before. */
export function nextNumber(numbers: readonly number[], number: number): number | undefined {
  const at = numbers.indexOf(number);
  return at < 0 ? numbers[0] : (numbers[at + 1] ?? numbers[at - 1]);
}

/** The neighbour of `number`, `by` places on; it stays at either end. */
export function stepTo(
  numbers: readonly number[],
  number: number | undefined,
  by: 1 | -1,
): number | undefined {
  const at = number === undefined ? -1 : numbers.indexOf(number);
  if (at < 0) return numbers[0];
  return numbers[Math.min(Math.max(at + by, 0), numbers.length - 1)];
}

const text = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);

/** What a proposed record is called in a list. */
export function proposedName({ record, name, number }: Pick<Proposal, 'record' | 'name' | 'number'>): string {
  const fields: Record<string, unknown> = record;
  return (
    text(fields['text']) ?? text(fields['label']) ?? text(fields['title']) ?? name ?? `Proposal ${number}`
  );
}

export type RecordKind = 'insight' | 'entity' | 'source';

/** What is proposed: a record without a type is a claim. */
export function proposedKind({ record }: Pick<Proposal, 'record'>): RecordKind {
  const type = text((record as Record<string, unknown>)['type']);
  return type === 'entity' || type === 'source' ? type : 'insight';
}

export const kindWords: Record<RecordKind, string> = {
  insight: 'Claim',
  entity: 'Thing',
  source: 'Source',
};

type Passage = NonNullable<Proposal['origin']['passage']>;

/** The text a proposal was taken from, cut where its own words begin and end. */
export const passageSegments = ({ text: whole, start = 0, end = whole.length }: Passage) =>
  highlightSegments(whole, end > start ? [{ start, end }] : []);

/** The fields that the form of a claim shows; all others of a record stay as they were proposed. */
const formFields = [
  'text',
  'claimType',
  'certainty',
  'attribution',
  'holder',
  'speaker',
  'source',
  'start',
  'end',
  'quote',
  'links',
  'quantities',
  'topics',
  'note',
];

/** Whether the form of a claim shows all that is proposed, so that nothing is lost when it is written anew. */
export const isOfForm = ({ record, baseVersion }: Pick<Proposal, 'record' | 'baseVersion'>): boolean =>
  baseVersion === undefined &&
  Object.keys(record).every((name) => name === 'type' || formFields.includes(name)) &&
  proposedKind({ record }) === 'insight';

/** A proposed claim as the form left it: what the form does not show is kept. */
export function withEntry(
  record: object,
  entry: Entry,
  relations: ReadonlyMap<string, RelationType>,
): InsightBody {
  const kept = Object.fromEntries(Object.entries(record).filter(([name]) => !formFields.includes(name)));
  return { ...kept, ...entryBody(entry, relations) };
}

/** The fields of a thing or a source that are plain texts, which can be mended where they stand. */
export function textFields(record: object): [string, string][] {
  return Object.entries(record).filter(
    (field): field is [string, string] =>
      typeof field[1] === 'string' && !['type', 'id', 'iri'].includes(field[0]),
  );
}

export interface ConsequenceGroup {
  title: string;
  lines: string[];
}

type Name = (id: string) => string;
type ForetoldChange = Consequences['edges'][number];
type EdgeKind = ForetoldChange['kinds'][number];

const edgeTitles: Record<EdgeKind, string> = {
  added: 'New connections',
  removed: 'Connections that go',
  flipped: 'Signs that become others',
  contested: 'Disputes raised',
  settled: 'Disputes settled',
  counted: 'Voices counted anew',
};

const voices = (edge: ForetoldEdge | undefined): string => (edge ? voiceText(edge) : 'no voice');

function edgeDetail(kind: Exclude<EdgeKind, 'flipped'>, { before, after }: ForetoldChange): string {
  switch (kind) {
    case 'added':
      return voices(after);
    case 'removed':
      return `no claim states it any more`;
    case 'contested':
      return contestedText(after?.contestedBy);
    case 'settled':
      return 'contested no more';
    case 'counted':
      return `${voices(before)} becomes ${voices(after)}`;
  }
}

/**
 * The sign is that of all claims about the two together, whatever the relation says by itself: by a relation that lowers,
 * outnumbered by others, the two still read “raises”. So it is told of the two, not of the relation.
 */
function signLine({ subject, object, before, after }: ForetoldChange, name: Name): string {
  const word = (edge: ForetoldEdge | undefined) => (edge ? signWord(edge.sign) : 'not there');
  return `Of ${name(subject)} and ${name(object)} all claims together said “${word(before)}”, and then say “${word(after)}”`;
}

function edgeLine(kind: EdgeKind, edge: ForetoldChange, name: Name, relation: Name): string {
  return kind === 'flipped'
    ? signLine(edge, name)
    : `${name(edge.subject)} ${relation(edge.relation)} ${name(edge.object)}: ${edgeDetail(kind, edge)}`;
}

function pathLine({ from, to, before, after }: Consequences['paths'][number], name: Name): string {
  const way = (route: NonNullable<typeof before>) =>
    `${route.nodes.map(name).join(' → ')} (${signWord(route.sign)})`;
  if (!before) return after ? `${way(after)} is new` : `${name(from)} → ${name(to)}`;
  if (!after) return `${way(before)} is lost`;
  if (before.nodes.join() === after.nodes.join())
    return `${before.nodes.map(name).join(' → ')}: “${signWord(before.sign)}” becomes “${signWord(after.sign)}”`;
  return `${way(before)} becomes ${way(after)}`;
}

/** What publishing would do, group by group, what matters most first; nothing is told twice. */
export function consequenceGroups(found: Consequences, relation: Name): ConsequenceGroup[] {
  const name = (id: string) => labelOf(found.labels, id);
  const kinds: EdgeKind[] = ['contested', 'flipped', 'removed', 'added', 'settled', 'counted'];
  const told = (kind: EdgeKind, edge: ForetoldChange) =>
    edge.kinds.includes(kind) && (kind !== 'counted' || edge.kinds.length === 1);
  const groups = kinds.map((kind) => ({
    title: edgeTitles[kind],
    lines: [
      ...new Set(
        found.edges.filter((edge) => told(kind, edge)).map((edge) => edgeLine(kind, edge, name, relation)),
      ),
    ],
  }));
  const paths = {
    title: 'Best paths that become others',
    lines: found.paths.map((path) => pathLine(path, name)),
  };
  return [...groups, paths].filter(({ lines }) => lines.length > 0);
}

/** What became of a proposal that somebody was about to decide. */
export function meanwhile({
  state,
  decision,
  number,
}: Pick<Proposal, 'state' | 'decision' | 'number'>): string {
  const by = decision ? ` by ${decision.by}` : '';
  const change = decision?.change ? ` with change ${decision.change}` : '';
  const reason = decision?.reason ? `: ${decision.reason.replace(/\.$/, '')}` : '';
  return `Proposal ${number} was ${state} meanwhile${by}${change}${reason}. Nothing is left to decide.`;
}

/** Every entity that a proposed claim names. */
export function entitiesNamed(record: InsightBody): string[] {
  const { holder, speaker, topics = [], mentions = [], links = [], quantities = [] } = record;
  const ends = links.flatMap(({ subject, object, scope }) => [subject, object, scope?.where]);
  const counted = quantities.flatMap((one) =>
    one.kind === 'value'
      ? [one.of]
      : one.kind === 'factor'
        ? [one.cause, one.effect]
        : [one.result, ...one.factors],
  );
  return [holder, speaker, ...topics, ...mentions, ...ends, ...counted].filter((id) => id !== undefined);
}

/** A correction offered for the others that need it. */
export const fixSentence = (fix: { field: string; from: string; to: string; others: number }): string =>
  `${fix.field}: “${fix.from}” → “${fix.to}”, in ${plural(fix.others, 'other proposal')}`;
