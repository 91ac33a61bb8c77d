import { describe, expect, it } from 'vitest';
import { readList, readWhole, writeParameters } from './parameters';
import {
  conditionCount,
  looserQueries,
  noPathQuery,
  oppositeQuery,
  pathCall,
  pathFeed,
  pathQueryPlace,
  readPathQuery,
} from './pathQuery';
import { goingOn, recordOfPlace, signInPlace } from './places';
import { chosenCount, readSearch, searchCall, searchPlace, toggleFacet } from './searchQuery';

const queryOf = (place: string) => place.slice(place.indexOf('?'));

describe('parameters', () => {
  it('leave out what is blank or false and keep commas readable', () => {
    expect(writeParameters({ q: 'a b', none: '', off: false, ids: ['x', 'y'], n: 3 })).toBe(
      'q=a+b&ids=x,y&n=3',
    );
  });

  it('read lists without blanks and repetitions', () => {
    expect(readList(' a,,b,a ')).toEqual(['a', 'b']);
  });

  it('take whole numbers within bounds only', () => {
    expect([
      readWhole('8', 1, 8),
      readWhole('9', 1, 8),
      readWhole('-1', 1, 8),
      readWhole('1e3', 1, 8),
    ]).toEqual([8, undefined, undefined, undefined]);
  });
});

describe('a search', () => {
  it('comes back from its own address', () => {
    const query = { q: 'AI & power', chosen: { kind: ['Nation', 'Person'], sign: ['+'] }, sort: 'newest' };
    expect(readSearch(queryOf(searchPlace(query)))).toEqual(query);
  });

  it('asks the API for the page wanted', () => {
    expect(searchCall({ q: 'compute', chosen: { type: ['insight'] } }, { limit: 20, cursor: 'c' })).toBe(
      '/api/search?q=compute&type=insight&limit=20&cursor=c',
    );
  });

  it('forgets a filter that is switched off again', () => {
    const query = { q: '', chosen: {} };
    const once = toggleFacet(query, 'kind', 'Nation');
    expect([chosenCount(once), toggleFacet(once, 'kind', 'Nation')]).toEqual([1, query]);
  });
});

describe('a path question', () => {
  const query = {
    ...noPathQuery,
    from: 'compute',
    via: ['sovereignty'],
    to: 'alliance',
    sign: '+' as const,
    maxHops: 5,
  };

  it('comes back from its own address', () => {
    expect(readPathQuery(queryOf(pathQueryPlace(query)))).toEqual(query);
  });

  it('sends the sign so that the server reads a plus and not a blank', () => {
    expect(pathCall(query)).toBe('/api/paths?from=compute&via=sovereignty&to=alliance&maxHops=5&sign=%2B');
  });

  it('is not asked while an end is missing', () => {
    expect(pathCall({ ...query, to: undefined })).toBeUndefined();
    const pinned = { ...query, nodes: ['compute', 'alliance'], lens: { ...query.lens, asOf: '7' } };
    expect(pathFeed(pinned)).toBe(pathFeed(query));
    expect(pathFeed(query)).toBe(pathCall(query)?.replace('/api/paths', '/feeds/paths.atom'));
  });

  it('leaves out numbers that are out of bounds', () => {
    expect(readPathQuery('?from=a&to=b&maxHops=99&k=0')).toEqual({ ...noPathQuery, from: 'a', to: 'b' });
  });

  it('offers only looser questions that differ from the one asked', () => {
    const advice = looserQueries(query);
    expect(advice.every((one) => pathQueryPlace(one.query) !== pathQueryPlace(query))).toBe(true);
    expect(conditionCount(advice[advice.length - 1]?.query ?? query)).toBe(0);
  });
});

describe('the opposite question', () => {
  it('is asked only where every path found says the same', () => {
    expect(oppositeQuery(noPathQuery, [{ sign: '+' }, { sign: '?' }])?.sign).toBe('-');
    expect(oppositeQuery(noPathQuery, [{ sign: '+' }, { sign: '-' }])).toBeUndefined();
    expect(oppositeQuery(noPathQuery, [{ sign: '?' }])).toBeUndefined();
  });
});

describe('the address of a record', () => {
  it('is told from every other page', () => {
    expect(recordOfPlace('/entity/united-states')).toEqual({ type: 'entity', id: 'united-states' });
    expect(recordOfPlace('/entity/Bad_Id')).toBeUndefined();
    expect(recordOfPlace('/search')).toBeUndefined();
  });
});

describe('signing in', () => {
  it('leads back to the page one came from', () => {
    const place = signInPlace('/explore?nodes=compute,alliance&view=list');
    expect(goingOn(new URLSearchParams(queryOf(place)).get('to'))).toBe(
      '/explore?nodes=compute,alliance&view=list',
    );
    expect([signInPlace('/'), signInPlace('/sign-in?to=/add')]).toEqual(['/sign-in', '/sign-in']);
  });

  it.each([
    '//other.example',
    '/\\other.example',
    'https://other.example',
    'javascript:alert(1)',
    '/\tx',
    '',
    null,
  ])('never leads to another site: %j', (asked) => expect(goingOn(asked)).toBe('/'));
});
