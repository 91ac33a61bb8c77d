import { describe, expect, test } from 'vitest';
import { byRole, markByKey, playable, timeLine, type TimedClaim } from './timeLine';

const claim = (id: string, start?: number): TimedClaim => ({
  id,
  source: { id: 'episode', label: 'An episode' },
  ...(start !== undefined && { start }),
});

describe('claims along the time', () => {
  test('stand in their order, at their share of the length', () => {
    const line = timeLine([claim('late', 50), claim('early', 25), claim('never')], 100);
    expect(line.marks.map(({ claim: { id }, at }) => [id, at])).toEqual([
      ['early', 25],
      ['late', 50],
    ]);
    expect([line.untimed, line.seconds, line.known]).toEqual([1, 100, true]);
  });

  test('end a minute after the last one where the length is not known or wrong', () => {
    expect(timeLine([claim('a', 600)], undefined)).toMatchObject({ seconds: 660, known: false });
    expect(timeLine([claim('a', 600)], 300)).toMatchObject({ seconds: 660, known: false });
    expect(timeLine([], undefined).marks).toEqual([]);
  });

  test('stand above one another where they are near, in four rows at most', () => {
    const near = timeLine(
      ['a', 'b', 'c', 'd', 'e', 'f'].map((id) => claim(id, 10)),
      1000,
    );
    expect(near.rows).toBe(4);
    expect(new Set(near.marks.slice(0, 4).map(({ row }) => row)).size).toBe(4);
  });

  test('are walked by arrow keys, from the first to the last', () => {
    expect(markByKey('ArrowRight', 0, 3)).toBe(1);
    expect(markByKey('ArrowLeft', 0, 3)).toBe(0);
    expect(markByKey('End', 0, 3)).toBe(2);
    expect(markByKey('Enter', 0, 3)).toBeUndefined();
  });
});

test('a recording is played over https or from the own server, and nothing else is', () => {
  const own = 'http://localhost:8080';
  expect(playable('https://audio.example/1.mp3', own)).toBe('https://audio.example/1.mp3');
  expect(playable('http://localhost:8080/1.mp3', own)).toBe('http://localhost:8080/1.mp3');
  for (const other of [
    'http://audio.example/1.mp3',
    'javascript:alert(1)',
    'file:///etc/passwd',
    'no',
    undefined,
  ])
    expect(playable(other, own)).toBeUndefined();
});

test('hosts come before guests', () => {
  expect(
    byRole([{ role: 'guest' }, { role: 'host' }, { role: 'guest' }]).map(([role, some]) => [
      role,
      some.length,
    ]),
  ).toEqual([
    ['host', 1],
    ['guest', 2],
  ]);
});
