import { describe, expect, it } from 'vitest';
import { kindGroups, kindKey, kindMark } from './kinds';
import { entityKinds } from './pathQuery';

describe('the kinds of things on a picture', () => {
  it('have each a letter of its own and a colour in common with what belongs together', () => {
    const marks = entityKinds.map((kind) => kindMark(kind));
    expect(marks.every((mark) => mark !== undefined && kindGroups.includes(mark.group))).toBe(true);
    expect(new Set(marks.map((mark) => mark?.letter)).size).toBe(entityKinds.length);
  });

  it('have none where the kind is not known', () => {
    expect([kindMark(undefined), kindMark('Planet')]).toEqual([undefined, undefined]);
  });

  it('are told by their letters, each once', () => {
    expect(kindKey(['Resource', 'Concept', undefined, 'Planet', 'Concept'])).toBe('C Concept, R Resource');
  });
});
