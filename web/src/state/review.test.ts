import { describe, expect, it } from 'vitest';
import type { Consequences, Proposal } from '../api/types';
import { emptyEntry } from './entry';
import { newQuantity, quantityBody, quantityDraft, quantityProblem, readNumber } from './quantities';
import {
  consequenceGroups,
  entitiesNamed,
  fixSentence,
  meanwhile,
  nextNumber,
  passageSegments,
  proposalsCall,
  proposedKind,
  proposedName,
  queueGroups,
  readReviewFilter,
  reviewPlace,
  stepTo,
  textFields,
  withEntry,
} from './review';

const proposed = (record: object, more: Partial<Proposal> = {}): Proposal => ({
  number: 7,
  version: 2,
  state: 'proposed',
  by: 'cora',
  made: '2026-11-25T10:00:00Z',
  changed: '2026-11-25T10:00:00Z',
  origin: { kind: 'form' },
  record: record as Proposal['record'],
  ...more,
});

describe('the list of proposals', () => {
  it('comes back from its own address, and shows what waits where nothing is said', () => {
    const filter = { state: 'rejected', origin: 'scan', run: 3, open: 12 } as const;
    expect(reviewPlace(filter)).toBe('/review?state=rejected&origin=scan&run=3&open=12');
    expect(readReviewFilter(reviewPlace(filter).slice('/review'.length))).toEqual(filter);
    expect(readReviewFilter('?state=gone&origin=&open=0')).toEqual({ state: 'proposed' });
    expect(proposalsCall({ state: 'proposed', run: 3, open: 4 }, '9')).toBe(
      '/api/proposals?state=proposed&run=3&limit=50&cursor=9',
    );
  });

  it('goes on to the next when one is decided, and back from the last', () => {
    expect([3, 5, 8].map((each) => nextNumber([3, 5, 8], each))).toEqual([5, 8, 5]);
    expect(nextNumber([4], 4)).toBeUndefined();
    expect(nextNumber([4, 6], 9)).toBe(4);
  });

  it('keeps together what was found in one episode, best first', () => {
    const found = (number: number, source: string) =>
      proposed({ source }, { number, origin: { kind: 'scan' } });
    const queue = [
      proposed({ source: 'talk' }, { number: 1 }),
      proposed({}, { number: 2 }),
      found(3, 'talk'),
      found(4, 'other'),
      found(5, 'talk'),
      proposed({}, { number: 6 }),
    ];
    expect(
      queueGroups(queue).map(({ episode, proposals }) => [episode, ...proposals.map(({ number }) => number)]),
    ).toEqual([
      [undefined, 1, 2],
      ['talk', 3, 5],
      ['other', 4],
      [undefined, 6],
    ]);
  });

  it('is walked step by step and stays at its ends', () => {
    expect(stepTo([3, 5, 8], 5, 1)).toBe(8);
    expect(stepTo([3, 5, 8], 8, 1)).toBe(8);
    expect(stepTo([3, 5, 8], 3, -1)).toBe(3);
    expect(stepTo([3, 5, 8], undefined, 1)).toBe(3);
    expect(stepTo([], 3, 1)).toBeUndefined();
  });
});

describe('a proposal', () => {
  it('is named by what it says', () => {
    expect(proposedName(proposed({ text: 'A claim.' }))).toBe('A claim.');
    expect(proposedName(proposed({ type: 'entity', label: 'Compute' }))).toBe('Compute');
    expect(proposedName(proposed({}, { name: 'insight/a' }))).toBe('insight/a');
    expect(proposedName(proposed({}))).toBe('Proposal 7');
    expect([{}, { type: 'source' }].map((record) => proposedKind(proposed(record)))).toEqual([
      'insight',
      'source',
    ]);
  });

  it('marks its words in the text they were taken from', () => {
    expect(passageSegments({ text: 'As said, chips.', start: 9, end: 14 })).toEqual([
      { text: 'As said, ', matches: false },
      { text: 'chips', matches: true },
      { text: '.', matches: false },
    ]);
    expect(passageSegments({ text: 'All of it.' })).toEqual([{ text: 'All of it.', matches: true }]);
  });

  it('keeps what its form does not show', () => {
    const record = { type: 'insight', id: 'a', text: 'Old.', cites: ['b'], topics: ['t'], quote: 'q' };
    expect(withEntry(record, { ...emptyEntry, text: 'New.' }, new Map())).toEqual({
      type: 'insight',
      id: 'a',
      cites: ['b'],
      text: 'New.',
      claimType: 'report',
      certainty: 'plain',
      attribution: 'own',
    });
    expect(textFields({ type: 'entity', id: 'a', label: 'A', aliases: ['B'], kind: 'Concept' })).toEqual([
      ['label', 'A'],
      ['kind', 'Concept'],
    ]);
  });

  it('says who decided it meanwhile', () => {
    const at = '2026-11-25T10:00:00Z';
    expect(meanwhile(proposed({}, { state: 'accepted', decision: { by: 'kurt', at, change: 9 } }))).toBe(
      'Proposal 7 was accepted meanwhile by kurt with change 9. Nothing is left to decide.',
    );
    expect(
      meanwhile(proposed({}, { state: 'rejected', decision: { by: 'kurt', at, reason: 'Twice' } })),
    ).toBe('Proposal 7 was rejected meanwhile by kurt: Twice. Nothing is left to decide.');
  });

  it('names every thing it speaks of', () => {
    expect(
      entitiesNamed({
        holder: 'a',
        topics: ['t'],
        links: [
          { subject: 'b', relation: 'enables', object: 'c', sign: '+', denied: false, scope: { where: 'd' } },
        ],
        quantities: [{ kind: 'product', result: 'e', factors: ['f', 'g'] }],
      }),
    ).toEqual(['a', 't', 'b', 'c', 'd', 'e', 'f', 'g']);
  });

  it('offers its correction to the others that need it', () => {
    expect(fixSentence({ field: 'holder', from: 'a', to: 'b', others: 1 })).toBe(
      'holder: “a” → “b”, in 1 other proposal',
    );
  });
});

describe('consequences', () => {
  const found: Consequences = {
    change: 4,
    complete: true,
    edgesComplete: true,
    readers: 0,
    labels: { compute: 'COMPUTE', sovereignty: 'SOVEREIGNTY', power: 'POWER', chips: 'CHIPS' },
    edges: [
      {
        subject: 'compute',
        relation: 'enables',
        object: 'sovereignty',
        kinds: ['flipped', 'contested', 'counted'],
        before: { drawn: true, sign: '+', voicesFor: 1, voicesAgainst: 0 },
        after: { drawn: true, sign: '?', voicesFor: 1, voicesAgainst: 1, contestedBy: 'sign' },
      },
      {
        subject: 'power',
        relation: 'enables',
        object: 'compute',
        kinds: ['added'],
        after: { drawn: true, sign: '+', voicesFor: 1, voicesAgainst: 0 },
      },
      {
        subject: 'chips',
        relation: 'enables',
        object: 'compute',
        kinds: ['counted'],
        before: { drawn: true, sign: '+', voicesFor: 1, voicesAgainst: 0 },
        after: { drawn: true, sign: '+', voicesFor: 2, voicesAgainst: 0 },
      },
    ],
    paths: [
      { from: 'power', to: 'sovereignty', after: { nodes: ['power', 'compute', 'sovereignty'], sign: '?' } },
      {
        from: 'compute',
        to: 'sovereignty',
        before: { nodes: ['compute', 'sovereignty'], sign: '+' },
        after: { nodes: ['compute', 'sovereignty'], sign: '?' },
      },
    ],
  };
  it('are told group by group, disputes first, and nothing twice', () => {
    expect(consequenceGroups(found, (id) => id)).toEqual([
      {
        title: 'Disputes raised',
        lines: ['COMPUTE enables SOVEREIGNTY: contested: some say it raises, some say it lowers'],
      },
      {
        title: 'Signs that become others',
        lines: [
          'Of COMPUTE and SOVEREIGNTY all claims together said “raises”, and then say “is connected to”',
        ],
      },
      { title: 'New connections', lines: ['POWER enables COMPUTE: 1 voice'] },
      { title: 'Voices counted anew', lines: ['CHIPS enables COMPUTE: 1 voice becomes 2 voices'] },
      {
        title: 'Best paths that become others',
        lines: [
          'POWER → COMPUTE → SOVEREIGNTY (is connected to) is new',
          'COMPUTE → SOVEREIGNTY: “raises” becomes “is connected to”',
        ],
      },
    ]);
  });

  it('tell the sign of the two once, whichever relations it is about, and never of a relation', () => {
    const edge = (relation: string, kinds: Consequences['edges'][number]['kinds']) => ({
      subject: 'compute',
      relation,
      object: 'alliance-of-some',
      kinds,
      before: { drawn: true, sign: '-' as const, voicesFor: 1, voicesAgainst: 1 },
      after: { drawn: true, sign: '+' as const, voicesFor: 1, voicesAgainst: 2 },
    });
    const both = [edge('weakens', ['flipped', 'counted']), edge('enables', ['flipped', 'counted'])];
    expect(consequenceGroups({ ...found, edges: both, paths: [] }, (id) => id)).toEqual([
      {
        title: 'Signs that become others',
        lines: ['Of COMPUTE and alliance of some all claims together said “lowers”, and then say “raises”'],
      },
    ]);
  });
});

describe('a quantity', () => {
  const named = (id: string) => ({ id, label: id });

  it('becomes the record it stands for once whole, and comes back from it', () => {
    const whole = [
      { kind: 'value', of: 'gpu', value: 26, unit: 'billion dollars', when: '2025' },
      { kind: 'factor', cause: 'compute', causeBy: 100, effect: 'capability', effectBy: 3 },
      { kind: 'product', result: 'compute', factors: ['chips', 'hours'] },
    ] as const;
    for (const quantity of whole) {
      const copy = quantity.kind === 'product' ? { ...quantity, factors: [...quantity.factors] } : quantity;
      expect(quantityBody(quantityDraft(copy, named))).toEqual(quantity);
    }
  });

  it('says what is missing, and is left out until it is whole', () => {
    const begun = [newQuantity('value'), newQuantity('factor'), newQuantity('product')];
    expect(begun.map(quantityBody)).toEqual([undefined, undefined, undefined]);
    expect(begun.map(quantityProblem)).toEqual([
      'Choose what the number is of.',
      'Choose both what grows first and what grows with it.',
      'Choose what is reckoned.',
    ]);
    expect(quantityProblem({ kind: 'value', of: named('a'), value: '2', unit: '', when: '' })).toMatch(
      /unit/,
    );
  });

  it('reads numbers as people type them, and nothing else', () => {
    expect(['26', ' 1 000 000 ', '2.6e25', '-3', '.5'].map(readNumber)).toEqual([26, 1e6, 2.6e25, -3, 0.5]);
    expect(['', 'many', '1,5', '1 2', '0x10', 'Infinity'].map(readNumber)).toEqual(Array(6).fill(undefined));
  });
});
