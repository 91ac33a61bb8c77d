import { expect, test } from 'vitest';
import type { Remark } from '../api/types';
import { mayAnswer, mayWithdraw, remarkTally } from './remarks';

const dispute: Remark = {
  number: 1,
  insight: 'a',
  version: 1,
  kind: 'dispute',
  by: 'rhea',
  at: '2026-03-01T12:00:00Z',
  own: false,
  text: 'Not so.',
};

test('the tally says who endorses and how much is said', () => {
  expect(remarkTally({ endorsements: 0, disputes: 0, comments: 0 })).toBe('Nobody has said anything yet.');
  expect(remarkTally({ endorsements: 1, disputes: 2, comments: 1 })).toBe(
    '1 reader endorses it, 2 disputes, 1 comment.',
  );
  expect(remarkTally({ endorsements: 3, disputes: 0, comments: 0 })).toBe(
    '3 readers endorse it, 0 disputes, 0 comments.',
  );
});

test('curators answer what waits; readers withdraw their own, admins anything', () => {
  expect(mayAnswer(dispute, 'curator')).toBe(true);
  expect(mayAnswer(dispute, 'contributor')).toBe(false);
  expect(mayAnswer({ ...dispute, kind: 'comment' }, 'curator')).toBe(false);
  expect(mayAnswer({ ...dispute, answer: { text: 'It is.', by: 'cora', at: dispute.at } }, 'admin')).toBe(
    false,
  );
  expect(mayWithdraw(dispute, 'curator')).toBe(false);
  expect(mayWithdraw(dispute, 'admin')).toBe(true);
  expect(mayWithdraw({ ...dispute, own: true }, 'reader')).toBe(true);
});
