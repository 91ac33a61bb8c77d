/** Conflicts in readers' words. */
import type { Conflict } from '../api/types';
import { address } from './parameters';

export type ConflictKind = Conflict['kind'];
export type ConflictStatus = Conflict['status'];

const kinds: Record<ConflictKind, string> = {
  sign: 'Raises or lowers',
  denial: 'Holds or does not',
  number: 'Different numbers',
  contradiction: 'Cannot both be true',
  rival: 'Rival explanations',
  framing: 'Different meanings',
  outdated: 'Outdated forecast',
};

const statuses: Record<ConflictStatus, string> = {
  open: 'Open',
  explained: 'Explained',
  resolved: 'Resolved',
};

const doubts: Record<Conflict['doubts'][number], string> = {
  place: 'where',
  time: 'when',
  condition: 'under which condition',
  relation: 'in the same words',
  meaning: 'what it means by the word',
};

export const conflictKinds = Object.keys(kinds) as ConflictKind[];
export const conflictStatuses = Object.keys(statuses) as ConflictStatus[];
export const kindLabel = (kind: ConflictKind): string => kinds[kind];
export const statusLabel = (status: ConflictStatus): string => statuses[status];

/** Why two claims may not speak of the same. */
export function doubtSentence(open: Conflict['doubts']): string {
  const parts = open.map((doubt) => doubts[doubt]);
  return `They may speak of different things: one of them does not say ${parts.join(' or ')}.`;
}

/** What is in dispute, narrowed. */
export interface ConflictFilter {
  entity?: string;
  kind?: string;
  status?: string;
}

export const conflictsPlace = (filter: ConflictFilter): string => address('/conflicts', { ...filter });
export const conflictsCall = (filter: ConflictFilter, limit: number, cursor?: string): string =>
  address('/api/conflicts', { ...filter, limit: String(limit), cursor });

/** The filter of an address; what is no kind or status is left out. */
export function readConflictFilter(search: string): ConflictFilter {
  const given = new URLSearchParams(search);
  const entity = given.get('entity') ?? undefined;
  const kind = conflictKinds.find((each) => each === given.get('kind'));
  const status = conflictStatuses.find((each) => each === given.get('status'));
  return { ...(entity && { entity }), ...(kind && { kind }), ...(status && { status }) };
}
