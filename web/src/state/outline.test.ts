import { describe, expect, it } from 'vitest';
import type { Edge } from '../api/types';
import { outlineOf, outlineStep } from './outline';

const edge = (subject: string, relation: string, object: string): Edge => {
  const name = (id: string) => ({ id, label: id });
  return {
    subject: name(subject),
    relation: name(relation),
    object: name(object),
    sign: '+',
    contested: false,
    voicesFor: 1,
    voicesAgainst: 0,
    evidence: [],
    statedSign: '+',
    voicesByClaimType: {},
    deniedBy: [],
    facts: 0,
  };
};

const nodes = [
  { id: 'a', label: 'a', kind: 'Nation' },
  { id: 'b', label: 'b' },
  { id: 'c', label: 'c' },
];
const edges = [edge('a', 'enables', 'b'), edge('a', 'enables', 'c'), edge('c', 'weakens', 'a')];
const open = new Set(['a', 'a enables out']);
const isOpen = (id: string) => open.has(id);
const lines = outlineOf(nodes, edges, isOpen);

describe('an outline', () => {
  it('has every thing, and under what is open its relations and where they lead', () => {
    expect(lines.map(({ level, text }) => `${level} ${text}`)).toEqual([
      '1 a, Nation',
      '2 enables (2)',
      '3 b',
      '3 c',
      '2 … weakens it (1)',
      '1 b',
      '1 c',
    ]);
    expect(lines.find(({ level }) => level === 3)?.pick).toBe('a~enables~b');
  });

  it('holds every edge, at both of its ends, once all is open', () => {
    const keys = outlineOf(nodes, edges, () => true).flatMap(({ edge: one, pick }) =>
      one && pick ? [pick] : [],
    );
    expect(keys).toHaveLength(2 * edges.length);
    expect(new Set(keys).size).toBe(edges.length);
  });

  it('is walked as any tree: down, into, out of, to the ends', () => {
    const step = (key: Parameters<typeof outlineStep>[0], at: string) => outlineStep(key, lines, at, isOpen);
    expect(step('ArrowDown', 'a')).toEqual({ to: 'a enables out' });
    expect(step('ArrowRight', 'a')).toEqual({ to: 'a enables out' });
    expect(step('ArrowRight', 'b')).toEqual({ open: { id: 'b', open: true } });
    expect(step('ArrowLeft', 'a a~enables~b')).toEqual({ to: 'a enables out' });
    expect(step('ArrowLeft', 'a')).toEqual({ open: { id: 'a', open: false } });
    expect(step('End', 'a')).toEqual({ to: 'c' });
    expect(step('ArrowDown', 'c')).toEqual({});
  });
});
