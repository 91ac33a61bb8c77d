import { expect, test } from 'vitest';
import { countedText, episodeGroups } from './seasons';

const headed = (episodes: Parameters<typeof episodeGroups<Episode>>[0]) =>
  episodeGroups(episodes).map(({ heading, anchor, episodes: some }) => [
    heading,
    anchor,
    some.map(({ id }) => id).join(' '),
  ]);

interface Episode {
  id: string;
  date?: string;
  season?: number;
  number?: number;
}

test('episodes that are counted stand by season, latest first, trailers outside a season last', () => {
  expect(
    headed([
      { id: 'trailer', date: '2026-01-01' },
      { id: 'one', date: '2024-02-01', season: 1, number: 1 },
      { id: 'two', date: '2024-02-01', season: 1, number: 2 },
      { id: 'later', date: '2025-03-01', season: 2 },
    ]),
  ).toEqual([
    ['Season 2', 'season-2', 'later'],
    ['Season 1', 'season-1', 'two one'],
    ['In no season', 'no-season', 'trailer'],
  ]);
});

test('episodes of a podcast without seasons stand by year, those without a date last', () => {
  expect(
    headed([{ id: 'undated' }, { id: 'a', date: '2024-01-01' }, { id: 'b', date: '2025-01-01' }]),
  ).toEqual([
    ['2025', 'year-2025', 'b'],
    ['2024', 'year-2024', 'a'],
    ['Without a date', 'no-date', 'undated'],
  ]);
});

test('an episode says which one it is, as far as that is known', () => {
  expect([{ season: 2, number: 7 }, { season: 0 }, { number: 281 }, {}].map(countedText)).toEqual([
    'season 2, episode 7',
    'season 0',
    'episode 281',
    '',
  ]);
});
