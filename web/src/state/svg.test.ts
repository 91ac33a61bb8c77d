import { describe, expect, it } from 'vitest';
import type { DrawnEdge, DrawnGraph } from './drawing';
import { Taken, written, type Wish } from './names';
import { svgOf } from './svg';

const edge = (subject: string, object: string, contested = false): DrawnEdge => ({
  key: `${subject}~enables~${object}`,
  keys: [`${subject}~enables~${object}`],
  subject,
  object,
  label: '▲ enables',
  mark: '▲',
  sign: '+',
  contested,
  onThread: false,
  weight: 1,
});

const graph: DrawnGraph = {
  nodes: ['a', 'b', 'c'].map((id) => ({
    id,
    label: `Thing <${id}>`,
    kind: id === 'a' ? 'Nation' : undefined,
    hidden: 0,
    onThread: false,
  })),
  edges: [edge('a', 'b'), edge('b', 'c', true)],
  arrangement: 'force',
};
const colour = '#123456';
const colours = {
  ink: colour,
  soft: colour,
  paper: '#fff',
  node: colour,
  kinds: { actor: '#0000aa', plan: colour, means: colour, idea: colour },
  thread: colour,
  raises: colour,
  lowers: colour,
  unsigned: colour,
  contested: colour,
  font: 'serif',
};

describe('a picture as SVG', () => {
  const at = { a: { x: 0, y: 0 }, b: { x: 10, y: 0 }, c: { x: 5, y: 8 } };
  const svg = svgOf({ graph, at, title: 'a & b', caption: ['Source: <one>'], colours });

  it('has every thing, every edge with a second strand where it is contested, and its caption', () => {
    expect(svg.match(/<circle /g)).toHaveLength(3);
    expect(svg.match(/marker-end=/g)).toHaveLength(2);
    expect(svg.match(/stroke-dasharray=/g)).toHaveLength(1);
    expect(svg).toContain('Source: &lt;one&gt;');
    expect(svg).toContain('<title>a &amp; b</title>');
    expect(svg).toContain('Thing &lt;a&gt;');
  });

  it('tells the kind of a thing by letter and colour', () => {
    expect(svg).toMatch(/fill="#0000aa"\/><text [^>]*>N<\/text>/);
    expect(svg.match(/>[A-Z]<\/text>/g)).toHaveLength(1);
  });

  it('needs nothing from elsewhere', () => {
    expect(svg.replace('http://www.w3.org/2000/svg', '')).not.toMatch(/https?:|<style|<image|href=/);
  });
});

describe('names on a picture', () => {
  const wish = (text: string, x: number, always = false): Wish<string> => ({
    ways: [{ x, y: 0, width: 10, height: 10, text }],
    always,
  });

  it('are written where they cover nothing, those that must be first', () => {
    const done = written([wish('first', 0), wish('beside', 11), wish('must', 4, true)], new Taken(), 10);
    expect(done.map(({ text }) => text)).toEqual(['must']);
    expect(
      written([wish('a', 0), wish('b', 5), wish('c', 11)], new Taken(), 10).map(({ text }) => text),
    ).toEqual(['a', 'c']);
  });

  it('take another way where the first is taken', () => {
    const two: Wish<string> = { ways: [...wish('whole', 5).ways, ...wish('mark', 20).ways], always: false };
    expect(written([wish('a', 0), two], new Taken(), 10).map(({ text }) => text)).toEqual(['a', 'mark']);
  });

  it('are no more than asked for', () => {
    expect(written([wish('a', 0), wish('b', 50)], new Taken(), 1)).toHaveLength(1);
  });
});
