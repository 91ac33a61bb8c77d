import { describe, expect, it } from 'vitest';
import type { Hop, Path, Twin, WhatRests } from '../api/types';
import { comparisonCall, comparisonPlace, heldByCall, readComparison } from './comparison';
import { diffCall, diffPlace, readDiff } from './diff';
import { changedText, countsText, standingText } from './differences';
import { entityRestsCall } from './entityRests';
import { framingsCall, readFramings } from './framings';
import { commonCall, commonPlace, readCommon } from './influence';
import { heldBy, lensCount, lensParameters, lensText, noLens, readLens } from './lens';
import {
  citeCall,
  claimsOf,
  fateText,
  onlyThis,
  readShown,
  restsCall,
  shownParameters,
  twinCall,
} from './onePath';
import { address } from './parameters';
import { noPathQuery, pathCall, pathQueryPlace, readPathQuery } from './pathQuery';
import { positionTally } from './positions';
import { pathMarks, pathSize } from './sentence';
import { crossingsText } from './thinHops';
import { cutText, dampedText } from './searched';
import { boundsText, twinRows } from './twin';
import { effectText, figureText, numbersFirst, readFactor, readWhatIf, whatIfCall } from './whatIf';

const queryOf = (place: string) => (place.includes('?') ? place.slice(place.indexOf('?')) : '');
const named = (id: string) => ({ id, label: id.toUpperCase() });

const wholeLens = {
  holder: 'white-house',
  speaker: 'michael-kratsios',
  source: 'seed-brief',
  dateFrom: '2024-01-01',
  dateTo: '2025-01-01',
  claimType: ['aim', 'forecast'],
  minVoices: 2,
  without: ['one', 'other'],
  asOf: '12',
};

describe('a lens', () => {
  it('comes back from its own address', () => {
    const place = address('/paths', lensParameters(wholeLens));
    expect(readLens(new URLSearchParams(queryOf(place)))).toEqual(wholeLens);
  });

  it('leaves out what is no day, no number in bounds, no kind of claim and no moment', () => {
    const odd = '?dateFrom=yesterday&minVoices=0&claimType=rumour,aim&asOf=-3';
    expect(readLens(new URLSearchParams(odd))).toEqual({ ...noLens, claimType: ['aim'] });
  });

  it('is said in one line, and as everybody where it sets nothing', () => {
    expect(lensText(noLens)).toBe('everybody');
    expect(lensText(wholeLens)).toBe(
      'white house, said by michael kratsios, in seed brief, from 2024-01-01 to 2025-01-01, only aim, forecast, 2 voices or more, without 2 claims, as of change 12',
    );
    expect(lensText({ ...noLens, asOf: '2026-03-01' })).toBe('everybody, as of the end of 2026-03-01 (UTC)');
  });

  it('counts every condition once', () => {
    expect([lensCount(noLens), lensCount(wholeLens)]).toEqual([0, 11]);
  });

  it('turns to who does hold claims, and keeps days and moment', () => {
    const turned = heldBy(wholeLens, 'china');
    expect([turned.holder, turned.speaker, turned.source, turned.dateFrom, turned.asOf]).toEqual([
      'china',
      undefined,
      undefined,
      '2024-01-01',
      '12',
    ]);
  });
});

describe('a path question through a lens', () => {
  const query = {
    ...noPathQuery,
    from: 'compute',
    to: 'alliance',
    kind: ['Nation'],
    facts: 'true' as const,
    lens: wholeLens,
  };

  it('comes back from its own address with everything that it asks', () => {
    expect(readPathQuery(queryOf(pathQueryPlace(query)))).toEqual(query);
  });

  it('reads a permanent link: the things of the path, its sign, and the change', () => {
    const link = '?from=a&to=c&nodes=a,b,c&sign=%2B&asOf=7';
    const read = readPathQuery(link);
    expect([read.nodes, read.sign, read.lens.asOf]).toEqual([['a', 'b', 'c'], '+', '7']);
    expect(pathCall(read)).toBe('/api/paths?from=a&to=c&nodes=a,b,c&asOf=7&sign=%2B');
    expect(readPathQuery('?nodes=a,b,c&sign=-').sign).toBe('-');
    expect(readPathQuery('?nodes=a,b,c').to).toBe('c');
  });
});

const hop = (from: string, to: string, sign: '+' | '-', claims: string[] = [`${from}-${to}`]) =>
  ({
    subject: named(from),
    relation: named('rel'),
    object: named(to),
    sign,
    contested: false,
    voicesFor: 1,
    voicesAgainst: 0,
    evidence: claims.map((id) => ({ kind: 'insight', id, source: named('s'), text: id })),
  }) as unknown as Hop;

const path = (hops: Hop[], sign: Path['sign'], more: Partial<Path> = {}) =>
  ({
    nodes: [hops[0]?.subject, ...hops.map((one) => one.object)],
    hops,
    sign,
    shifts: [],
    saidWhole: false,
    claims: hops.length,
    voices: 2,
    ...more,
  }) as unknown as Path;

describe('one path', () => {
  const query = { ...noPathQuery, from: 'a', via: ['b'], to: 'c', k: 3, lens: { ...noLens, holder: 'h' } };
  const one = path([hop('a', 'b', '+', ['x', 'y']), hop('b', 'c', '-', ['y'])], '-');

  it('is asked for by all its things and its sign, whatever else was found', () => {
    const only = onlyThis(query, one);
    expect([only.nodes, only.sign, only.via, only.k]).toEqual([['a', 'b', 'c'], '-', [], undefined]);
    expect(citeCall(query, one, 'jsonld')).toBe(
      '/api/paths/cite?from=a&to=c&nodes=a,b,c&holder=h&sign=-&format=jsonld',
    );
  });

  it('has its opposite sought over the same stops', () => {
    expect(twinCall(query, one)).toBe('/api/paths/twin?from=a&via=b&to=c&nodes=a,b,c&holder=h&sign=-');
  });

  it('asks what rests on claims only when one is unticked, within the question asked', () => {
    expect(restsCall(query, one, [])).toBeUndefined();
    expect(restsCall(query, one, ['x', 'y'])).toBe(
      '/api/what-rests?from=a&via=b&to=c&nodes=a,b,c&k=3&holder=h&without=x,y',
    );
  });

  it('lists each claim once, in the order of its steps', () => {
    expect(claimsOf(one).map(({ id }) => id)).toEqual(['x', 'y']);
  });

  it('keeps in the address which path is open, with which part, and what is unticked', () => {
    const shown = { open: 2, panel: 'rests' as const, off: ['x'] };
    expect(readShown(queryOf(address('/paths', shownParameters(shown))), 50)).toEqual(shown);
    expect(shownParameters({ open: 0, panel: 'twin', off: ['x'] })).toEqual({
      open: 0,
      show: 'twin',
      off: [],
    });
    expect(readShown('?open=99&show=nothing', 50)).toEqual({ open: 0, panel: undefined, off: [] });
  });

  it('says what became of it without claims: gone, turned, thinner, the same', () => {
    const after = (more: Partial<Path>) => ({ path: { ...one, ...more } }) as unknown as WhatRests;
    expect(fateText(one, {} as WhatRests)).toBe(
      'This path is gone: a step of it has nothing left behind it.',
    );
    expect(fateText(one, after({ sign: '+' }))).toBe('This path turns from “▼ lowers” to “▲ raises”.');
    expect(fateText(one, after({ voices: 1 }))).toBe(
      'This path still reads “▼ lowers”, on 1 of its 2 voices.',
    );
    expect(fateText(one, after({}))).toBe('This path stays as it is, on 2 voices.');
  });

  it('says at which step to side otherwise, that lowering steps cancel, and who chained it', () => {
    const flipped = path([hop('a', 'b', '-'), hop('b', 'c', '-')], '+', { flipSign: '-', flipHop: 1 });
    expect(pathMarks(flipped).map(({ text }) => text)).toEqual([
      'side with the other view at step 2, and it reads “▼ lowers”',
      'two lowering steps cancel',
      '2 steps rest on one voice',
    ]);
    expect(pathSize(flipped)).toBe('2 steps, 2 claims, 2 voices; chained by Clew.');
    expect(pathSize({ ...flipped, saidWhole: true })).toBe(
      '2 steps, 2 claims, 2 voices; said whole by one claim.',
    );
  });
});

const noCut = { alternativesCut: 0, hubs: 0 };

describe('what a search left', () => {
  it('is told of paths with the hubs it passed, and nothing where it left nothing', () => {
    expect(cutText(noCut)).toBeUndefined();
    expect(cutText({ alternativesCut: 1204, hubs: 2 })).toBe(
      'On the way 1,204 other connections were left aside, leading elsewhere or costing more; 2 things with very many connections count as farther.',
    );
    expect(cutText({ alternativesCut: 1, hubs: 0 })).toMatch(/^On the way 1 other connection was left aside/);
    expect(dampedText(noCut)).toBeUndefined();
    expect(dampedText({ alternativesCut: 3, hubs: 1 })).toBe(
      'On the way 1 thing with very many connections counts as farther.',
    );
  });
});

describe('a twin', () => {
  const one = path([hop('a', 'b', '+'), hop('b', 'c', '+')], '+');
  const other = path([hop('a', 'b', '+'), hop('b', 'd', '+'), hop('d', 'c', '-')], '-');
  const searched = { maxHops: 6, expanded: 1200, limit: 8000, truncated: false, further: false, ...noCut };
  const spans: Twin['spans'] = [
    { from: named('a'), to: named('b'), path: [0], twin: [0], difference: 'same' },
    { from: named('b'), to: named('c'), path: [1], twin: [1, 2], difference: 'opposite' },
  ];
  const answer = { path: one, twin: other, spans, text: '', searched, change: 1 } as Twin;

  it('stands beside its path step by step', () => {
    const walked = twinRows(answer).map((row) => row.twin.map(({ from, to }) => `${from.id}${to.id}`));
    expect(walked).toEqual([['ab'], ['bd', 'dc']]);
    expect(twinRows({ ...answer, twin: undefined })).toEqual([]);
  });

  it('says how far was searched', () => {
    expect(boundsText(answer)).toBe('Searched: chains of up to 6 steps, all of them, 1,200 links looked at.');
    expect(boundsText({ searched: { ...searched, truncated: true } })).toBe(
      'Searched: chains of up to 6 steps, the search stopped at its limit of 8,000 links.',
    );
  });
});

describe('differences', () => {
  const standing = {
    drawn: true,
    sign: '+' as const,
    statedSign: '+' as const,
    contested: false,
    voicesFor: 2,
    voicesAgainst: 0,
    voicesByClaimType: {},
    evidence: ['x'],
    deniedBy: [],
  };

  it('tell what an edge is: its sign and voices, a fact, only denied, nothing', () => {
    expect(standingText(standing)).toBe('▲ raises, 2 voices');
    expect(standingText({ ...standing, contested: true, voicesAgainst: 1 })).toBe(
      '▲ raises, 2 voices, 1 against, contested',
    );
    expect(standingText({ ...standing, sign: '?', voicesFor: 0, evidence: [] })).toBe('a reference record');
    expect(standingText({ ...standing, drawn: false, deniedBy: ['x'] })).toBe('only denied');
    expect(standingText(undefined)).toBe('nothing');
  });

  it('are counted with the gravest first', () => {
    expect(countsText({ added: 2, flipped: 1, gone: 0 })).toBe('1 turned the other way, 2 new');
    expect(changedText(1, { gone: 1 })).toBe('1 connection changes: 1 gone.');
    expect(changedText(0, {})).toBe('No connection changes.');
  });
});

describe('questions with pages of their own', () => {
  it('compare two lenses, and come back from their address', () => {
    const comparison = {
      entity: 'compute',
      a: { ...noLens, holder: 'united-states' },
      b: { ...noLens, claimType: ['aim'] },
      asOf: '9',
    };
    expect(readComparison(queryOf(comparisonPlace(comparison)))).toEqual(comparison);
    expect(comparisonCall(comparison)).toBe(
      '/api/lenses/compare?entity=compute&a.holder=united-states&b.claimType=aim&asOf=9',
    );
    expect(heldByCall(comparison, comparison.a)).toBe(
      '/api/entities/compute/edges?holder=united-states&asOf=9&facts=false&limit=1',
    );
    expect(heldByCall({ ...comparison, entity: undefined }, comparison.a)).toBeUndefined();
  });

  it('take a factor as people write it, and none that changes nothing', () => {
    expect(['100', '×100', 'x 0.5', '1,000', '1', '0', '-2', 'lots', ''].map(readFactor)).toEqual([
      100,
      100,
      0.5,
      1000,
      undefined,
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
  });

  it('reckon only with a thing and a factor', () => {
    expect(whatIfCall(readWhatIf('?entity=compute&by=100'))).toBe('/api/what-if?entity=compute&by=100&k=50');
    expect(whatIfCall(readWhatIf('?entity=compute'))).toBeUndefined();
  });

  it('say an effect by its range, else by its direction only', () => {
    expect(effectText({ direction: '+', low: 4, high: 4 })).toBe('×4');
    expect(effectText({ direction: '+', low: 2, high: 8.5 })).toBe('×2 to ×8.5');
    expect(effectText({ direction: '+' })).toBe('▲ more; direction only');
    expect(effectText({ direction: '?' })).toBe('direction open, no number');
    expect(figureText({ low: 19200, high: 19200, unit: 'gigabytes' })).toBe('19,200 gigabytes');
    expect(numbersFirst([{ n: 1 }, { n: 2, low: 4 }, { n: 3 }]).map(({ n }) => n)).toEqual([2, 1, 3]);
  });

  it('ask what changed between two moments, and not before one is named', () => {
    const query = { from: '3', to: '2026-01-01', entity: 'compute', kind: ['flipped', 'gone'] };
    expect(readDiff(queryOf(diffPlace(query)))).toEqual(query);
    expect(diffCall(readDiff('?from=last+week'))).toBeUndefined();
    expect(diffCall(query)).toBe('/api/diff?from=3&to=2026-01-01&entity=compute&kind=flipped,gone&limit=200');
  });

  it('ask what two things share once both are named', () => {
    const query = { entity: 'a', other: 'b', direction: 'downstream' as const, lens: noLens };
    expect(readCommon(queryOf(commonPlace(query)))).toEqual(query);
    expect(commonCall(query)).toBe('/api/common?entity=a&other=b&direction=downstream');
    expect(commonCall({ ...query, other: undefined })).toBeUndefined();
  });

  it('ask for the meanings of a word, between two ends only where both are given', () => {
    expect(framingsCall(readFramings('sovereignty', '?from=compute&to=alliance'))).toBe(
      '/api/framings/sovereignty?from=compute&to=alliance',
    );
    expect(framingsCall(readFramings('sovereignty', '?from=compute'))).toBe('/api/framings/sovereignty');
  });

  it('ask what rests on the claims of a thing together with those already left out', () => {
    const lens = { ...noLens, without: ['z'], minVoices: 2 };
    expect(entityRestsCall('compute', lens, ['x'])).toBe('/api/what-rests?entity=compute&without=z,x');
    expect(entityRestsCall('compute', lens, [])).toBeUndefined();
  });

  it('say why a thin step matters and what a holder says of a thing', () => {
    const thin = { crossings: 12, waysIn: 3, waysOut: 4 } as Parameters<typeof crossingsText>[0];
    expect(crossingsText(thin)).toBe('12 chains cross it: 3 ways lead to it, 4 on from it.');
    expect(positionTally({ raising: 3, lowering: 1 })).toBe(', ▲ 3 raise it, ▼ 1 lowers it');
    expect(positionTally({ raising: 0, lowering: 0 })).toBe('');
  });
});
