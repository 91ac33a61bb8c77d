/** The words for what readers say of a claim, and who may do what with it. */
import type { Remark, RemarksAnswer } from '../api/types';
import { plural } from './sentence';

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
