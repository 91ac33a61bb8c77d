import { expect, test } from 'vitest';
import type { Remark } from '../api/types';
import {
  disputedName,
  disputesCall,
  endorsed,
  mayAnswer,
  mayWithdraw,
  remarkTally,
  sinceThen,
  unnumbered,
  withdrawn,
} from './remarks';

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

test('the queue asks page by page, names the claim, and says what became of it since', () => {
  expect(disputesCall('open')).toBe('/api/disputes?state=open&limit=20');
  expect(disputesCall('answered', 7)).toBe('/api/disputes?state=answered&limit=20&cursor=7');
  expect(disputedName({ insight: 'a-claim', claim: 'It is so.' })).toBe('It is so.');
  expect(disputedName({ insight: 'a-claim' })).toBe('a claim');
  expect(sinceThen({ claim: 'It is so.', version: 1, currentVersion: 1 })).toBe('The claim reads as it did.');
  expect(sinceThen({ claim: 'It is so.', version: 1, currentVersion: 3 })).toBe(
    'The claim was changed since: version 1 was disputed, now it is version 3.',
  );
  expect(sinceThen({ version: 1, currentVersion: 2 })).toBe('The claim was retracted since.');
});

test('an endorsement counts at once, and is taken back by its number', () => {
  const before = {
    pages: [{ endorsements: 2, disputes: 1, comments: 0, remarks: [dispute] }],
    pageParams: [0],
  };
  const after = endorsed(before);
  expect(after.pages).toEqual([
    { endorsements: 3, disputes: 1, comments: 0, remarks: [dispute], endorsedBy: unnumbered },
  ]);
  expect(withdrawn(after, unnumbered)).toEqual(before);
});

test('a dispute that is taken back is gone from list and tally, and what else was said stays', () => {
  const comment: Remark = { ...dispute, number: 2, kind: 'comment' };
  const page = { endorsements: 1, disputes: 1, comments: 1, endorsedBy: 7 };
  const before = {
    pages: [
      { ...page, remarks: [comment] },
      { ...page, remarks: [dispute] },
    ],
    pageParams: [0, 2],
  };
  expect(withdrawn(before, 1).pages).toEqual([
    { ...page, disputes: 0, remarks: [comment] },
    { ...page, disputes: 0, remarks: [] },
  ]);
});
