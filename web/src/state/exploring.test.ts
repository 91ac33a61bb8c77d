import { describe, expect, it } from 'vitest';
import type { Edge } from '../api/types';
import { edgeKey, groupEdges, sortEdges } from './edges';
import {
  emptyExploration,
  explorationPlace,
  explore,
  nodeLimit,
  quickLimit,
  readExploration,
} from './exploration';
import { noLens } from './lens';
import { keepable, openable } from './parameters';
import { drawnExploration, wrapLabel } from './drawing';
import {
  expansionsOf,
  nextNeighbours,
  pickedEdge,
  shownGraph,
  threadEdges,
  type Picture,
} from './shownGraph';
import { groundOf, pathLanes, settle, spiralPoint, threadLine } from './layout';

function edge(subject: string, relation: string, object: string, voicesFor = 1): Edge {
  const name = (id: string) => ({ id, label: id });
  return {
    subject: name(subject),
    relation: name(relation),
    object: name(object),
    sign: '+',
    contested: false,
    voicesFor,
    voicesAgainst: 0,
    evidence: [`${subject}-${object}`],
    statedSign: '+',
    voicesByClaimType: {},
    deniedBy: [],
    facts: 0,
  };
}

const known = [
  edge('a', 'enables', 'b', 3),
  edge('b', 'weakens', 'c'),
  edge('a', 'enables', 'd', 2),
  edge('c', 'shapes', 'a'),
];

/** What the server tells of these edges and of the ends that are not asked for. */
function pictureOf(edges: readonly Edge[], outside: Record<string, number> = {}): Picture {
  const ends = edges.flatMap(({ subject, object }) => [subject, object]);
  const entities = new Map(ends.map((end) => [end.id, { ...end, outside: outside[end.id] ?? 0 }]));
  return { entities, edges, total: edges.length };
}

describe('the list of connections', () => {
  it('is ordered by name, voices or dispute, and stays as it came where nothing is asked', () => {
    const disputed = { ...edge('c', 'shapes', 'a'), contested: true };
    const list = [...known.slice(0, 3), disputed];
    const ends = (order?: Parameters<typeof sortEdges>[1]) =>
      sortEdges(list, order).map(({ subject, object }) => subject.id + object.id);
    expect(ends()).toEqual(['ab', 'bc', 'ad', 'ca']);
    expect(ends('name')).toEqual(['ab', 'ad', 'bc', 'ca']);
    expect(ends('voices')).toEqual(['ab', 'ad', 'bc', 'ca']);
    expect(ends('dispute')).toEqual(['ca', 'ab', 'ad', 'bc']);
  });
});

describe('an exploration', () => {
  it('comes back from its own address', () => {
    const state = {
      nodes: ['a', 'b', 'c'],
      off: ['weakens'],
      offKinds: ['Nation', 'Person'],
      selected: ['b', 'c'],
      arrangement: 'layers' as const,
      pins: { b: { x: -1.5, y: 20 } },
      picked: 'a~enables~b',
      view: 'list' as const,
      thread: ['a', 'b'],
      lens: { ...noLens, holder: 'china', asOf: '12' },
      minVoices: 2,
    };
    const place = explorationPlace(state);
    expect(readExploration(place.slice(place.indexOf('?')))).toEqual(state);
  });

  it('draws the edges between what is shown, and says how many neighbours are not', () => {
    const shown = shownGraph({ ...emptyExploration, nodes: ['a', 'b'] }, pictureOf(known, { a: 2, b: 1 }));
    expect(shown.edges.map(edgeKey)).toEqual(['a~enables~b']);
    expect(shown.hidden).toEqual({ a: 2, b: 1 });
  });

  it('keeps a switched-off relation in the legend', () => {
    const state = explore(
      { ...emptyExploration, nodes: ['a', 'b'] },
      { type: 'toggleRelation', id: 'enables' },
    );
    const shown = shownGraph(state, pictureOf(known));
    expect(shown.edges).toEqual([]);
    expect(shown.relations).toEqual([{ id: 'enables', label: 'enables', count: 1, off: true }]);
  });

  it('expands to the neighbours with most behind them first', () => {
    expect(nextNeighbours('a', known, ['a'])).toEqual(['b', 'd', 'c']);
  });

  it('expands a few at a time, and tells by relation what is left', () => {
    const many = Array.from({ length: 9 }, (_, index) => edge('a', 'enables', `n${index}`, 9 - index));
    const edges = [...many, edge('z', 'shapes', 'a'), edge('a', 'enables', 'n0', 9)];
    const first = nextNeighbours('a', edges, ['a']);
    expect(first).toEqual(['n0', 'n1', 'n2', 'n3', 'n4']);
    expect(first).toHaveLength(quickLimit);
    const left = expansionsOf('a', edges, ['a', ...first, 'z']);
    expect(left.map(({ relation, total, hidden }) => [relation.id, total, hidden])).toEqual([
      ['enables', 9, ['n5', 'n6', 'n7', 'n8']],
      ['shapes', 1, []],
    ]);
  });

  it('forgets what is picked and threaded when an end goes', () => {
    const state = { ...emptyExploration, nodes: ['a', 'b'], picked: 'a~enables~b', thread: ['a', 'b'] };
    const after = explore(state, { type: 'remove', ids: ['b'] });
    expect([after.nodes, after.picked, after.thread]).toEqual([['a'], undefined, []]);
  });

  it('stands behind # when it is longer than servers read, and comes back from there', () => {
    const nodes = Array.from({ length: nodeLimit }, (_, index) => `a-thing-with-a-long-name-${index}`);
    const place = explorationPlace({ ...emptyExploration, nodes });
    expect(place.startsWith('/explore#nodes=')).toBe(true);
    expect(readExploration(place.slice(place.indexOf('#') + 1)).nodes).toEqual(nodes);
    expect(openable(keepable(place))).toBe(place);
  });

  it('never holds more than its limit', () => {
    const ids = Array.from({ length: nodeLimit + 1 }, (_, index) => `n${index}`);
    expect(explore(emptyExploration, { type: 'add', ids }).nodes).toHaveLength(nodeLimit);
  });

  it('finds the picked edge and the edges of its thread', () => {
    expect(pickedEdge('b~weakens~c', known)?.object.id).toBe('c');
    expect(pickedEdge('b', known)).toBeUndefined();
    expect([...threadEdges(['a', 'b', 'c'], known)]).toEqual(['a~enables~b', 'b~weakens~c']);
  });
});

describe('edges of an entity', () => {
  it('are grouped by relation and direction, most connections first', () => {
    const touchingA = known.filter((one) => edgeKey(one).split('~').includes('a'));
    const groups = groupEdges(touchingA, 'a').map((group) => [
      group.relation.id,
      group.outgoing,
      group.edges.length,
    ]);
    expect(groups).toEqual([
      ['enables', true, 2],
      ['shapes', false, 1],
    ]);
  });
});

describe('a layout', () => {
  it('is the same every time and puts no two entities on one place', () => {
    const points = Array.from({ length: 200 }, (_, index) => spiralPoint(index));
    expect(new Set(points.map(({ x, y }) => `${x.toFixed(3)} ${y.toFixed(3)}`)).size).toBe(200);
    expect(spiralPoint(7)).toEqual(spiralPoint(7));
  });

  it('runs a thread from left to right', () => {
    const line = threadLine(['a', 'b', 'c']);
    expect([line['a']?.x, line['b']?.x, line['c']?.x]).toEqual([-5, 0, 5]);
  });

  it('puts the ends of several paths on the middle line and each path in a lane', () => {
    const lanes = pathLanes([
      ['a', 'b', 'z'],
      ['a', 'c', 'z'],
    ]);
    expect(lanes['a']).toEqual({ x: 0, y: 6 });
    expect(lanes['z']).toEqual({ x: 0, y: -6 });
    expect(lanes['b']?.x).not.toBe(lanes['c']?.x);
  });

  it('comes back from the ground it was laid onto, upright or wide', () => {
    for (const ground of [groundOf(800, 500), groundOf(400, 700)]) {
      const { x, y } = ground.back(ground.onto({ x: 3, y: -2 }));
      expect(Math.hypot(x - 3, y + 2)).toBeLessThan(1e-9);
    }
  });

  it('leaves what is placed where it is and settles the rest beside it, apart from one another', () => {
    const graph = { ids: ['a', 'b', 'c'], edges: [['a', 'b'] as const, ['a', 'c'] as const] };
    const points = settle(graph, { a: { x: 3, y: 1 } });
    expect(points['a']).toEqual({ x: 3, y: 1 });
    expect(points).toEqual(settle(graph, { a: { x: 3, y: 1 } }));
    const [b, c] = [points['b'], points['c']];
    expect(Math.hypot((b?.x ?? 0) - (c?.x ?? 0), (b?.y ?? 0) - (c?.y ?? 0))).toBeGreaterThan(1);
  });
});

describe('a drawing', () => {
  it('marks the picked edge, the thread and what is contested in the label too', () => {
    const state = { ...emptyExploration, nodes: ['a', 'b'], thread: ['a', 'b'], picked: 'a~enables~b' };
    const contested = known.map((one) => ({ ...one, contested: true }));
    const drawn = drawnExploration(state, shownGraph(state, pictureOf(contested)));
    expect(drawn.edges.map(({ label, keys, onThread }) => [label, keys, onThread])).toEqual([
      ['▲ enables ⚑', ['a~enables~b'], true],
    ]);
  });

  it('gives each thing its kind', () => {
    const entities = new Map([['a', { id: 'a', label: 'A', kind: 'Nation', outside: 0 }]]);
    const state = { ...emptyExploration, nodes: ['a'] };
    const drawn = drawnExploration(state, shownGraph(state, { entities, edges: [], total: 0 }));
    expect(drawn.nodes.map(({ kind }) => kind)).toEqual(['Nation']);
  });

  it('breaks long names between words', () => {
    expect(wrapLabel('Alignment with the American AI stack')).toEqual([
      'Alignment with the',
      'American AI stack',
    ]);
  });
});
