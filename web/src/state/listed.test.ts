import { describe, expect, it } from 'vitest';
import { nodeLimit, readExploration } from './exploration';
import { noLens } from './lens';
import { endsOf, linkedBy, listed, passedBy } from './listed';

const named = (id: string) => ({ id, label: id });
const read = (place: string) => readExploration(place.slice(place.search(/[?#]/) + 1));

describe('what a list names', () => {
  it('opens in the explorer, each thing once and seen as the list is', () => {
    const found = listed(['a', 'b', 'a'], { ...noLens, holder: 'china', minVoices: 2 });
    expect(found).toMatchObject({ shown: 2, total: 2 });
    const state = read(found?.place ?? '');
    expect([state.nodes, state.lens.holder, state.minVoices]).toEqual([['a', 'b'], 'china', 2]);
  });

  it('is no more than one picture holds, and tells how much there was', () => {
    const ids = Array.from({ length: nodeLimit + 5 }, (_, index) => `thing-${index}`);
    const found = listed(ids);
    expect(found).toMatchObject({ shown: nodeLimit, total: nodeLimit + 5 });
    expect(read(found?.place ?? '').nodes).toHaveLength(nodeLimit);
  });

  it('is nothing to explore where it names no two things', () => {
    expect(listed(['a', 'a'])).toBeUndefined();
  });

  it('is taken from edges, links of claims and paths', () => {
    expect(endsOf([{ subject: named('a'), object: named('b') }])).toEqual(['a', 'b']);
    const links = [{ subject: 'a', relation: 'enables', object: 'c' }];
    expect(linkedBy([{ links }, {}, undefined])).toEqual(['a', 'c']);
    expect(passedBy([{ nodes: [named('a'), named('d')] }])).toEqual(['a', 'd']);
  });
});
