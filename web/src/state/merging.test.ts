import { describe, expect, it } from 'vitest';
import type { Insight } from '../api/types';
import { mergePlace, movedClaim, readMending, referrersIn } from './merging';

describe('a claim that is moved to another thing', () => {
  const insight = {
    type: 'insight',
    id: 'a',
    iri: 'http://localhost:8080/insight/a',
    text: 'A claim.',
    holder: 'old',
    speaker: 'somebody',
    source: 'brief',
    topics: ['old', 'new', 'other'],
    links: [
      {
        subject: 'old',
        relation: 'enables',
        object: 'power',
        sign: '+',
        denied: false,
        subjectFraming: 'as-hardware',
        objectFraming: 'as-influence',
        scope: { where: 'old', period: '2025' },
      },
    ],
    quantities: [
      { kind: 'product', result: 'old', factors: ['old', 'x'] },
      { kind: 'value', of: 'y', value: 2, unit: 'chips' },
      { kind: 'factor', cause: 'old', causeBy: 2, effect: 'x', effectBy: 3 },
    ],
    labels: { old: 'Old' },
    status: 'published',
    version: 3,
    change: 9,
  } as unknown as Insight;

  it('speaks of it everywhere, loses the meaning of the word it left, and keeps everything else', () => {
    expect(movedClaim(insight, 'old', 'new')).toEqual({
      type: 'insight',
      id: 'a',
      text: 'A claim.',
      holder: 'new',
      speaker: 'somebody',
      source: 'brief',
      topics: ['new', 'other'],
      links: [
        {
          subject: 'new',
          relation: 'enables',
          object: 'power',
          sign: '+',
          denied: false,
          objectFraming: 'as-influence',
          scope: { where: 'new', period: '2025' },
        },
      ],
      quantities: [
        { kind: 'product', result: 'new', factors: ['new', 'x'] },
        { kind: 'value', of: 'y', value: 2, unit: 'chips' },
        { kind: 'factor', cause: 'new', causeBy: 2, effect: 'x', effectBy: 3 },
      ],
    });
  });
});

describe('the page for merging', () => {
  it('comes back from its own address, and takes ids only', () => {
    expect(mergePlace({ thing: 'a', into: 'b' })).toBe('/merge?thing=a&into=b');
    expect(readMending('?thing=a&into=b')).toEqual({ thing: 'a', into: 'b' });
    expect(readMending('?thing=../a&into=')).toEqual({});
  });

  it('names what still refers to a thing', () => {
    expect(
      referrersIn([
        'is still referred to by insight/a-b, entity/c and more: change these first',
        'is still referred to by insight/a-b: change these first',
        'is no entity/x',
      ]),
    ).toEqual([
      { type: 'insight', id: 'a-b' },
      { type: 'entity', id: 'c' },
    ]);
  });
});
