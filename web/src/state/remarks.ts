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

/** What readers say of a claim, page by page as it was read. */
export interface RemarkPages {
  pages: RemarksAnswer[];
  pageParams: unknown[];
}

const eachPage = (read: RemarkPages, change: (page: RemarksAnswer) => RemarksAnswer): RemarkPages => ({
  ...read,
  pages: read.pages.map(change),
});

/** The number of an endorsement that the server has not numbered yet. */
export const unnumbered = 0;

/** The same once the reader endorses the claim. */
export const endorsed = (read: RemarkPages): RemarkPages =>
  eachPage(read, (page) => ({ ...page, endorsements: page.endorsements + 1, endorsedBy: unnumbered }));

/** The same once a remark or the reader's endorsement is taken back. */
export function withdrawn(read: RemarkPages, number: number): RemarkPages {
  const kind = read.pages.flatMap(({ remarks }) => remarks).find((one) => one.number === number)?.kind;
  return eachPage(read, ({ endorsedBy, ...page }) => {
    const isOwn = endorsedBy === number;
    return {
      ...page,
      ...(endorsedBy !== undefined && !isOwn && { endorsedBy }),
      endorsements: page.endorsements - (isOwn ? 1 : 0),
      disputes: page.disputes - (kind === 'dispute' ? 1 : 0),
      comments: page.comments - (kind === 'comment' ? 1 : 0),
      remarks: page.remarks.filter((one) => one.number !== number),
    };
  });
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
