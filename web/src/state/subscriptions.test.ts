import { expect, test } from 'vitest';
import type { Subscription } from '../api/types';
import { ails, healthText, words } from './subscriptions';

const feed: Subscription = {
  number: 1,
  address: 'https://wires.example/feed.xml',
  by: 'cora',
  episodes: 1,
  latest: 10,
  scanned: true,
  paused: true,
  included: [],
  excluded: [],
  health: { next: '2026-11-26T12:00:00Z', failures: 0, message: '' },
};

test('a feed says how it does', () => {
  expect(healthText(feed)).toBe('1 episode, not read yet, again only when you ask.');
  const failing = { ...feed, episodes: 2, health: { ...feed.health, failures: 3 } };
  expect(healthText(failing)).toBe(
    '2 episodes, not read yet, again only when you ask; could not be read 3 times in a row.',
  );
  expect([ails(feed), ails(failing)]).toEqual([false, true]);
});

test('words stand apart by commas', () => {
  expect(words(' chips, rare earths ,,')).toEqual(['chips', 'rare earths']);
  expect(words('')).toEqual([]);
});
