/** The answers of the public contract, as the pages read them. */

export type Sign = '+' | '-' | '0' | '?';
export type ClaimType =
  'report' | 'explanation' | 'forecast' | 'aim' | 'opinion' | 'recommendation' | 'definition' | 'question';
export type Certainty = 'plain' | 'hedged';
export type Attribution = 'own' | 'reported' | 'inferred';
export type RecordType = 'insight' | 'entity' | 'source';
export type ContestedBy = 'sign' | 'denial' | 'framing' | 'scope';

/** Anything that is named: an entity, a relation, a source. */
export interface Named {
  id: string;
  label: string;
  kind?: string;
}

export interface Feature {
  question: string;
  href: string;
}

export interface Library {
  claims: number;
  voices: number;
  contested: number;
  entities: number;
  sources: number;
  change: number;
  base: string;
  version: string;
  features: Feature[];
}

export interface RelationType {
  id: string;
  label: string;
  inverseLabel: string;
  relationClass: 'influence' | 'act' | 'structural' | 'loose';
  defaultSign: Sign;
  symmetric: boolean;
  definition: string;
  example?: string;
  aliases: string[];
}

export interface TermDefinition {
  id: string;
  label: string;
  readerLabel?: string;
  definition: string;
}

export interface Hit {
  type: RecordType;
  id: string;
  iri: string;
  label: string;
  snippet?: string;
  /** The matching parts of the snippet, in order, as places in its text. */
  highlights?: { start: number; end: number }[];
  score: number;
  matchedAlias?: string;
}

export interface FacetValue {
  value: string;
  label: string;
  count: number;
}

export interface SearchAnswer {
  total: number;
  hits: Hit[];
  facets: Record<string, FacetValue[]>;
  nextCursor?: string;
  change: number;
}

export interface Suggestion extends Named {
  matchedAlias?: string;
}

export interface Scope {
  where?: string;
  period?: string;
  condition?: string;
}

export interface Link {
  subject: string;
  relation: string;
  object: string;
  sign: Sign;
  denied?: boolean;
  subjectFraming?: string;
  objectFraming?: string;
  scope?: Scope;
}

export type Quantity =
  | { kind: 'value'; of: string; value: number | string; unit: string; when?: string }
  | { kind: 'factor'; cause: string; causeBy: number | string; effect: string; effectBy: number | string }
  | { kind: 'product'; result: string; factors: string[] };

export interface Insight {
  id: string;
  iri: string;
  text: string;
  language?: string;
  claimType: ClaimType;
  certainty: Certainty;
  holder?: string;
  speaker?: string;
  attribution: Attribution;
  source: string;
  start?: number;
  end?: number;
  startPrecision?: number;
  quote?: string;
  grounding?: string;
  links?: Link[];
  quantities?: Quantity[];
  supports?: string[];
  contradicts?: string[];
  refines?: string[];
  cites?: string[];
  rivals?: string[];
  topics?: string[];
  mentions?: string[];
  note?: string;
  status?: string;
  version: number;
  change: number;
  labels?: Record<string, string>;
}

type ExcerptMember = 'start' | 'quote' | 'claimType' | 'certainty' | 'attribution' | 'labels';

/** A claim as a list names it: people and source by id (with `labels`) or named at once. */
export type InsightExcerpt = Pick<Insight, 'id' | 'text'> &
  Partial<Pick<Insight, ExcerptMember>> & {
    holder?: string | Named;
    speaker?: string | Named;
    source?: string | Named;
  };

export interface Related {
  insight: InsightExcerpt;
  score: number;
  why: string;
  reasons: { kind: string }[];
}

export interface Fact {
  relation: Named;
  object: Named;
  source: Named;
  from?: string;
  until?: string;
}

export interface Framing {
  id: string;
  label: string;
  definition?: string;
}

export interface Edge {
  subject: Named;
  relation: Named;
  object: Named;
  sign: Sign;
  contested: boolean;
  contestedBy?: ContestedBy;
  voicesFor: number;
  voicesAgainst: number;
  evidence: string[];
  facts?: number;
  deniedBy?: string[];
}

export interface EdgesAnswer {
  edges: Edge[];
  nextCursor?: string;
  change: number;
}

export interface Entity {
  id: string;
  iri: string;
  label: string;
  kind: string;
  definition?: string;
  aliases?: string[];
  sameAs?: string[];
  codes?: Record<string, string>;
  framings?: Framing[];
  facts?: Fact[];
  note?: string;
  counts: { claims: number; edges: number; mentions: number };
  topEdges?: Edge[];
  version: number;
  change: number;
}

export interface Source {
  id: string;
  iri?: string;
  kind: 'Podcast' | 'Episode' | 'Document';
  title: string;
  podcast?: Named;
  date?: string;
  url?: string;
  enclosure?: string;
  duration?: number;
  people?: { person: Named; role: string }[];
  licence?: string;
  note?: string;
  counts?: { insights: number; episodes?: number };
  version: number;
  change: number;
}

export interface Evidence {
  kind: 'insight' | 'fact';
  id: string;
  text: string;
  holder?: Named;
  speaker?: Named;
  source?: Named;
  start?: number;
  quote?: string;
  claimType?: ClaimType;
  certainty?: Certainty;
  attribution?: Attribution;
}

export interface Hop {
  subject: Named;
  relation: Named;
  object: Named;
  /** Whether it is walked from subject to object. */
  forward: boolean;
  /** The meanings, place and time in which it is read here. */
  reading?: { subjectFraming?: Named; objectFraming?: Named; where?: Named; period?: string };
  sign: Sign;
  statedSign?: Sign;
  contested: boolean;
  contestedBy?: ContestedBy;
  voicesFor: number;
  voicesAgainst: number;
  evidence: Evidence[];
  /** How many pieces of evidence there are; the answer spells out the first. */
  evidenceTotal: number;
  /** Claims that deny it or say the opposite, in a meaning and scope that can be the same. */
  against: string[];
  /** Claims that deny it or say the opposite in another meaning or scope. */
  otherwise: string[];
}

/** A place where a path changes the meaning or the scope of the entity between two hops. */
export interface Shift {
  kind: 'framing-shift' | 'framing-unstated' | 'scope-shift';
  /** The number of the second of the two hops, from 1. */
  hop?: number;
  /** The entity between them. */
  at?: Named;
  before?: string;
  beforeLabel?: string;
  after?: string;
  afterLabel?: string;
}

export interface Path {
  nodes: Named[];
  hops: Hop[];
  sign: Sign;
  contested: boolean;
  flipSign?: Sign;
  /** The number of the step that stands least firmly, from 0. */
  weakestHop: number;
  shifts?: Shift[];
  /** Whether one claim states every hop; else the chain is Clew's. */
  saidWhole?: boolean;
  saidWholeBy?: string[];
  claims: number;
  voices: number;
  score: number;
  text: string;
}

export interface PathsAnswer {
  paths: Path[];
  searched: { maxHops: number; expanded: number; truncated: boolean };
  change: number;
}

/** One thing wrong with what was sent (RFC 9457, with the members the contract adds). */
export interface InputProblem {
  path: string;
  message: string;
  value?: unknown;
}
