import { describe, expect, it } from 'vitest';
import type { Edge } from '../api/types';
import { arrange, circle, layers } from './arrangement';
import { bundled, type DrawnEdge } from './drawing';
import {
  emptyExploration,
  explorationPlace,
  explore,
  readExploration,
  type Exploration,
  type ExplorationAction,
} from './exploration';
import { expansionsOf, shownGraph } from './shownGraph';
import { followed, redoPlace, trailFrom, trailLimit, undoPlace } from './trail';
import { standingText, stepTowards } from './walk';

function edge(subject: string, relation: string, object: string, voicesFor = 1): Edge {
  const name = (id: string) => ({ id, label: id, kind: id === 'z' ? 'Nation' : 'Concept' });
  return {
    subject: name(subject),
    relation: { id: relation, label: relation },
    object: name(object),
    sign: '+',
    contested: false,
    voicesFor,
    voicesAgainst: 0,
    evidence: [],
    statedSign: '+',
    voicesByClaimType: {},
    deniedBy: [],
    facts: 0,
  };
}

const known = [edge('a', 'enables', 'b', 3), edge('a', 'enables', 'c'), edge('z', 'restricts', 'a', 2)];
const three: Exploration = { ...emptyExploration, nodes: ['a', 'b', 'z'] };

describe('the steps of an exploration', () => {
  it('are taken back and done again one by one', () => {
    let trail = trailFrom('1');
    for (const place of ['2', '3']) trail = followed(trail, place);
    trail = followed(trail, undoPlace(trail) ?? '');
    expect([trail.places[trail.at], undoPlace(trail), redoPlace(trail)]).toEqual(['2', '1', '3']);
    trail = followed(trail, redoPlace(trail) ?? '');
    expect([trail.places[trail.at], redoPlace(trail)]).toEqual(['3', undefined]);
  });

  it('are not done again after another one, and are forgotten beyond a limit', () => {
    let trail = followed(followed(trailFrom('1'), '2'), '1');
    trail = followed(trail, '4');
    expect(trail).toEqual({ places: ['1', '4'], at: 1 });
    for (let n = 0; n < 300; n++) trail = followed(trail, `n${n}`);
    expect(trail.places).toHaveLength(trailLimit);
    expect(undoPlace(trail)).toBe('n298');
  });

  it('lead, whatever they are, to a state that its address gives back', () => {
    const actions: ExplorationAction[] = [
      { type: 'add', ids: ['c', 'd'] },
      { type: 'pin', places: { c: { x: 1.25, y: -3 } } },
      { type: 'select', ids: ['a', 'c'] },
      { type: 'onlyRelation', id: 'enables', all: ['enables', 'restricts'] },
      { type: 'toggleKind', id: 'Nation' },
      { type: 'arrange', arrangement: 'circle' },
      { type: 'pick', key: 'a~enables~c' },
      { type: 'remove', ids: ['c'] },
      { type: 'keepOnly', ids: ['a', 'b'] },
      { type: 'showAll' },
      { type: 'unpin' },
    ];
    let state = three;
    for (const action of actions) {
      state = explore(state, action);
      const place = explorationPlace(state);
      expect(explorationPlace(readExploration(place.slice(place.indexOf('?'))))).toBe(place);
    }
    expect(state).toEqual({ ...emptyExploration, nodes: ['a', 'b'], selected: ['a'], arrangement: 'circle' });
  });
});

describe('filters', () => {
  it('hide a kind with its edges, and keep it in the legend', () => {
    const ends = known.flatMap(({ subject, object }) => [subject, object]);
    const entities = new Map(ends.map((end) => [end.id, { ...end, outside: 0 }]));
    const picture = { entities, edges: known, total: known.length };
    const shown = shownGraph(explore(three, { type: 'toggleKind', id: 'Nation' }), picture);
    expect(shown.nodes.map(({ id }) => id)).toEqual(['a', 'b']);
    expect(shown.relations.map(({ id }) => id)).toEqual(['enables']);
    expect(shown.kinds).toEqual([
      { id: 'Concept', label: 'Concept', count: 2, off: false },
      { id: 'Nation', label: 'Nation', count: 1, off: true },
    ]);
  });

  it('isolate one, and bring all back when it is alone already', () => {
    const only: ExplorationAction = { type: 'onlyRelation', id: 'a', all: ['a', 'b', 'c'] };
    const alone = explore(three, only);
    expect(alone.off).toEqual(['b', 'c']);
    expect(explore(alone, only).off).toEqual([]);
  });
});

describe('expanding', () => {
  it('says first what each relation would bring in', () => {
    expect(expansionsOf('a', known, ['a', 'b'])).toEqual([
      { relation: { id: 'enables', label: 'enables' }, outgoing: true, total: 2, hidden: ['c'] },
      { relation: { id: 'restricts', label: 'restricts' }, outgoing: false, total: 1, hidden: ['z'] },
    ]);
  });
});

describe('an arrangement', () => {
  const graph = {
    ids: ['a', 'b', 'c', 'd'],
    edges: [
      ['a', 'b'],
      ['b', 'c'],
      ['a', 'c'],
      ['c', 'a'],
    ] as const,
  };

  it('in layers runs from causes to effects, and ends although effects return to causes', () => {
    const places = layers(graph);
    const [a, b, c] = [places['a']?.x ?? 0, places['b']?.x ?? 0, places['c']?.x ?? 0];
    expect(new Set([a, b, c]).size).toBe(3);
    const line = layers({
      ids: ['c', 'b', 'a'],
      edges: [
        ['a', 'b'],
        ['b', 'c'],
      ],
    });
    expect([line['a']?.x, line['b']?.x, line['c']?.x]).toEqual([-6, 0, 6]);
  });

  it('in a circle has everything at one distance from the middle', () => {
    const radii = Object.values(circle(graph.ids)).map(({ x, y }) => Math.hypot(x, y).toFixed(6));
    expect(new Set(radii).size).toBe(1);
  });

  it('keeps what has a place, whichever it is', () => {
    for (const arrangement of ['force', 'layers', 'circle'] as const)
      expect(arrange({ graph, arrangement, placed: { b: { x: 7, y: 7 } } })['b']).toEqual({ x: 7, y: 7 });
  });
});

describe('walking by arrows', () => {
  const places = { a: { x: 0, y: 0 }, b: { x: 5, y: 1 }, c: { x: 3, y: -2.9 }, d: { x: 0, y: 4 } };

  it('goes to the nearest thing that way, and nowhere where there is none', () => {
    expect(stepTowards('ArrowRight', 'a', places)).toBe('b');
    expect(stepTowards('ArrowUp', 'a', places)).toBe('d');
    expect(stepTowards('ArrowLeft', 'a', places)).toBeUndefined();
    expect(stepTowards('ArrowLeft', undefined, places)).toBe('a');
  });

  it('says what stands there', () => {
    expect(standingText({ id: 'a', label: 'compute', kind: 'Resource' }, known, 2)).toBe(
      'compute, Resource. 3 connections. enables b, raises. enables c, raises. z restricts it, raises. 2 neighbours hidden',
    );
  });
});

describe('edges side by side', () => {
  const drawn = (relation: string, weight: number, onThread = false): DrawnEdge => ({
    key: `a~${relation}~b`,
    keys: [`a~${relation}~b`],
    subject: 'a',
    object: 'b',
    label: `▲ ${relation}`,
    mark: '▲',
    sign: '+',
    contested: false,
    onThread,
    weight,
  });

  it('stay as they are while there are two', () => {
    const two = [drawn('enables', 1), drawn('shapes', 2)];
    expect(bundled(two)).toEqual(two);
  });

  it('are one with their number when there are more: the heaviest, or that of the thread', () => {
    const many = [drawn('enables', 1), drawn('shapes', 3), drawn('funds', 2)];
    expect(bundled(many).map(({ label }) => label)).toEqual(['▲ shapes ×3']);
    const threaded = [...many, { ...drawn('builds', 0, true), contested: true }];
    expect(bundled(threaded).map(({ label, contested }) => [label, contested])).toEqual([
      ['▲ builds ×4', true],
    ]);
  });
});
