import { describe, expect, it } from 'vitest';
import { cypherText, parityText } from './behind';

const question = {
  query: 'MATCH (e:Entity {id: $entity}) RETURN e',
  parameters: { limit: 50, entity: 'say-"so"', hops: [{ path: 1, relation: 'enables' }], denied: false },
  change: 12,
  lag: 0,
};

describe('the question to a Neo4j server', () => {
  it('is written with its values first, as Neo4j Browser takes them', () => {
    expect(cypherText(question)).toBe(
      ':params {denied: false, entity: "say-\\"so\\"", hops: [{path: 1, relation: "enables"}], limit: 50}\n\n' +
        'MATCH (e:Entity {id: $entity}) RETURN e',
    );
  });

  it('says whether the server is in step', () => {
    expect(parityText(question)).toBe('In step: the Neo4j server shows change 12, the newest.');
    expect(parityText({ ...question, lag: 1 })).toBe(
      '1 change behind: the Neo4j server shows change 12, so its answer may differ.',
    );
  });
});
