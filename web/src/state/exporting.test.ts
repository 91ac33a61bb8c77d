import { describe, expect, test } from 'vitest';
import { exportCall, formatsOf, takenOf } from './exporting';

describe('taking records away', () => {
  const query = { q: 'chips', chosen: { type: ['insight'] }, from: '2024-01-01', sort: 'newest' };

  test('a search is taken with its words and filters; an order is none of a file', () => {
    expect(exportCall(takenOf(query), 'csv')).toBe(
      '/api/export?q=chips&type=insight&from=2024-01-01&format=csv',
    );
  });

  test('a search that asks for nothing is the whole library, which some formats cannot hold', () => {
    const all = takenOf({ q: '', chosen: {} });
    expect(exportCall(all, 'nq', true)).toBe('/api/export?format=nq');
    expect(formatsOf(all).map(({ format }) => format)).not.toContain('gexf');
    expect(formatsOf(takenOf(query)).map(({ format }) => format)).toContain('gexf');
  });

  test('what is near a thing comes with all that it refers to where that is wanted', () => {
    expect(exportCall({ what: 'around', id: 'compute' }, 'trig', true)).toBe(
      '/api/export?around=compute&format=trig&references=true',
    );
  });
});
