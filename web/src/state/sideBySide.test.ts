import { expect, test } from 'vitest';
import type { Edge, Position, RelationType } from '../api/types';
import { noLens } from './lens';
import { bothSides, claimsByPart, evidencePlace, panelPlace, panelSnippet, readPerson } from './reading';
import { readSideBySide, sharedTopics, sideBySideCall, sideBySidePlace } from './sideBySide';

test('compared things are read from repeated and from listed names, and written repeated', () => {
  const query = readSideBySide('entity=united-states&entity=china,china&facts=false&holder=france');
  expect(query.entities).toEqual(['united-states', 'china']);
  expect(sideBySidePlace(query)).toBe('/compare?entity=united-states&entity=china&holder=france&facts=false');
  expect(readSideBySide(sideBySidePlace(query).split('?')[1] ?? '')).toEqual(query);
  expect(sideBySideCall({ entities: ['china'], facts: true, lens: noLens })).toBeUndefined();
  expect(sideBySidePlace({ entities: [], facts: true, lens: noLens })).toBe('/compare');
});

const topic = (id: string) => ({ id, label: id, kind: 'Concept' });
const source = { id: 'episode', label: 'An episode', kind: 'Episode' };
const held = (id: string, ...claims: string[]): Position => ({
  topic: topic(id),
  raising: 0,
  lowering: 0,
  claims: claims.map((claim) => ({ id: claim, source })),
});

test('topics are shared where each holds a claim', () => {
  expect(sharedTopics([[held('a', 'one'), held('b', 'two')], [held('b', 'three')]])).toEqual([
    { topic: topic('b'), claims: [[{ id: 'two', source }], [{ id: 'three', source }]] },
  ]);
  expect(sharedTopics([])).toEqual([]);
});

test('what a person believes is told apart from what they say of others, each claim once', () => {
  const [ada, bob] = [
    { id: 'ada', label: 'Ada', kind: 'Person' },
    { id: 'bob', label: 'Bob', kind: 'Person' },
  ];
  const claims = [
    { id: 'own', source, holder: ada, speaker: ada, date: '2024-01-02' },
    { id: 'told', source, holder: ada, speaker: bob, date: '2023-01-02' },
    { id: 'of-bob', source, holder: bob, speaker: ada },
  ];
  const group = { topic: topic('a'), raising: 0, lowering: 0, claims };
  const parts = claimsByPart([group, { ...group, topic: topic('b') }], 'ada');
  expect(Object.values(parts).map((some) => some.map(({ id }) => id))).toEqual([
    ['own'],
    ['told'],
    ['of-bob'],
  ]);
  expect(readPerson('about=a&as=nonsense')).toEqual({ about: 'a' });
});

const edge = (subject: string, sign: Edge['sign'], object: string, ...evidence: string[]): Edge => ({
  subject: topic(subject),
  relation: { id: 'by', label: 'by', kind: 'Relation' },
  object: topic(object),
  sign,
  statedSign: sign,
  contested: false,
  voicesFor: evidence.length,
  voicesAgainst: 0,
  voicesByClaimType: {},
  evidence,
  facts: 0,
  deniedBy: [],
});

test('both sides are what raises and what lowers a thing, whichever way the relation runs', () => {
  const edges = [edge('a', '+', 'x', 'one'), edge('x', '-', 'b', 'two'), edge('c', '-', 'x', 'three')];
  const of = (relations: Map<string, RelationType>) => {
    const { raising, lowering } = bothSides(edges, 'x', relations);
    return [raising.length, lowering.length];
  };
  expect(of(new Map())).toEqual([1, 1]);
  expect(of(new Map([['by', { runsBackward: true } as RelationType]]))).toEqual([0, 1]);
});

test('an edge leads to its claim, to a search for its claims, or to its reference records', () => {
  expect(evidencePlace(edge('a', '+', 'x', 'one'))).toBe('/insight/one');
  expect(evidencePlace(edge('a', '+', 'x', 'one', 'two'))).toBe(
    '/search?type=insight&relation=by&entity=a,x',
  );
  expect(evidencePlace(edge('a', '0', 'x'))).toBe('/entity/a#facts');
});

test('a panel has the address of its page, and its snippet cannot be broken out of', () => {
  expect(panelPlace('/paths?from=a&to=b')).toBe('/embed/path?from=a&to=b');
  expect(panelPlace('/entity/compute')).toBe('/embed/entity/compute');
  const snippet = panelSnippet('https://clew.example', '/paths?from=a&to=b', '"><script>');
  expect(snippet).toContain('src="https://clew.example/embed/path?from=a&amp;to=b"');
  expect(snippet).toContain('title="&quot;>&lt;script>"');
});
