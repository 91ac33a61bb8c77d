import { describe, expect, it } from 'vitest';
import type { Question } from '../api/types';
import { cell, ofDay } from './questions';

const questions: Question[] = Array.from({ length: 20 }, (_, index) => ({
  id: `q-${index}`,
  question: `Question ${index}?`,
  kind: 'path',
  href: '/paths',
}));

describe('questions of the day', () => {
  it('are the same all day long and others tomorrow', () => {
    const morning = ofDay(questions, new Date(2026, 10, 25, 0, 1), 3);
    expect(morning).toHaveLength(3);
    expect(ofDay(questions, new Date(2026, 10, 25, 23, 59), 3)).toEqual(morning);
    const tomorrow = ofDay(questions, new Date(2026, 10, 26, 12), 3);
    expect(tomorrow.filter((each) => morning.includes(each))).toEqual([]);
  });

  it('take every question in turn', () => {
    const seen = new Set<string>();
    for (let date = 1; date <= 20; date++)
      ofDay(questions, new Date(2026, 10, date), 3).forEach(({ id }) => seen.add(id));
    expect(seen.size).toBe(20);
  });

  it('are as many as there are when there are few', () => {
    expect(ofDay(questions.slice(0, 2), new Date(2026, 10, 25), 3)).toHaveLength(2);
    expect(ofDay([], new Date(2026, 10, 25), 3)).toEqual([]);
  });
});

describe('a cell of an answer', () => {
  it('leads to the record that it names', () => {
    expect(cell({ type: 'uri', value: 'http://localhost:8080/entity/open-models' })).toEqual({
      text: 'open models',
      href: '/entity/open-models',
    });
  });

  it('reads the end of any other address, and a text as it is', () => {
    expect(cell({ type: 'uri', value: 'https://w3id.org/clew/relation/invests-in' })).toEqual({
      text: 'invests in',
    });
    expect(cell({ type: 'literal', value: 'open-access' })).toEqual({ text: 'open-access' });
    expect(cell(undefined)).toEqual({ text: '' });
  });
});
