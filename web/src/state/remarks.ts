/** The words for what readers say of a claim, and who may do what with it. */
import type { Dispute, Remark, RemarksAnswer } from '../api/types';
import { address } from './parameters';
import { plural, readableSlug } from './sentence';

/** What a reader writes in words; an endorsement has none. */
export type RemarkKind = 'dispute' | 'comment';

/** How many said what, as a sentence. */
export function remarkTally(remarks: Pick<RemarksAnswer, 'endorsements' | 'disputes' | 'comments'>): string {
  const { endorsements, disputes, comments } = remarks;
  if (endorsements + disputes + comments === 0) return 'Nobody has said anything yet.';
  const parts = [
    `${plural(endorsements, 'reader')} ${endorsements === 1 ? 'endorses' : 'endorse'} it`,
    plural(disputes, 'dispute'),
    plural(comments, 'comment'),
  ];
  return `${parts.join(', ')}.`;
}

/** Whether somebody of this role may answer it. */
export function mayAnswer(remark: Remark, role: string): boolean {
  return remark.kind === 'dispute' && !remark.answer && (role === 'curator' || role === 'admin');
}

/** Whether somebody of this role may take it away. */
export function mayWithdraw(remark: Remark, role: string): boolean {
  return remark.own || role === 'admin';
}

export const disputeStates = ['open', 'answered'] as const;
export type DisputeState = (typeof disputeStates)[number];

export const stateOfDispute: Record<DisputeState, string> = { open: 'Waiting', answered: 'Answered' };

export const disputesPath = '/api/disputes';

export const disputesCall = (state: DisputeState, cursor?: number): string =>
  address(disputesPath, { state, limit: 20, cursor });

/** The claim that is disputed, as it reads now; of one that was retracted only the id is left. */
export const disputedName = ({ claim, insight }: Pick<Dispute, 'claim' | 'insight'>): string =>
  claim ?? readableSlug(insight);

/** What became of the claim since it was disputed. */
export function sinceThen({
  claim,
  version,
  currentVersion = version,
}: Pick<Dispute, 'claim' | 'version' | 'currentVersion'>): string {
  if (claim === undefined) return 'The claim was retracted since.';
  return currentVersion === version
    ? 'The claim reads as it did.'
    : `The claim was changed since: version ${version} was disputed, now it is version ${currentVersion}.`;
}
