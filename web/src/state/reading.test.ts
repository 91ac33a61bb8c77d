import { describe, expect, it } from 'vitest';
import type { Edge, Evidence, Hop, Insight, Path, Sign } from '../api/types';
import { bytesText } from './account';
import { citationBibtex, citationText, escapeBibtex } from './citation';
import { claimEnds, claimMarks, linkText, quantityText, scopeText, shorten, withRank } from './claim';
import { clock, dateText, momentAddress, momentText } from './moment';
import {
  contestedText,
  edgeSentence,
  highlightSegments,
  backingOf,
  pathMarks,
  pathSentence,
  pathTitle,
  readStep,
  voiceText,
} from './sentence';

const named = (id: string) => ({ id, label: id });
const claim = (id: string): Evidence => ({
  kind: 'insight',
  id,
  text: `text of ${id}`,
  source: named('brief'),
});

function hop(from: string, to: string, sign: Sign, more: Partial<Hop> = {}): Hop {
  return {
    subject: named(from),
    relation: named('enables'),
    object: named(to),
    forward: true,
    along: true,
    sign,
    statedSign: sign,
    reading: {},
    contested: false,
    voicesFor: 2,
    voicesAgainst: 0,
    voicesByClaimType: {},
    alternatives: [],
    alternativesTotal: 0,
    evidence: [claim(`${from}-${to}`)],
    evidenceTotal: 1,
    against: [],
    otherwise: [],
    ...more,
  };
}

function path(sign: Path['sign'], hops: Hop[], more: Partial<Path> = {}): Path {
  const nodes = hops.length === 0 ? [] : [hops[0]?.subject ?? named('?'), ...hops.map((one) => one.object)];
  const contested = hops.some((one) => one.contested);
  const said = { saidWhole: false, saidWholeBy: [], shifts: [], text: '' };
  return {
    nodes,
    hops,
    sign,
    contested,
    weakestHop: 0,
    claims: 1,
    voices: 1,
    score: 1,
    background: false,
    ...said,
    ...more,
  };
}

describe('a path in words', () => {
  it('says what its sign means between its ends', () => {
    expect(pathTitle(path('+', [hop('a', 'b', '+')]))).toBe('a raises b');
    expect(pathTitle(path('?', [hop('a', 'b', '?')]))).toBe('a is connected to b');
  });

  it('reads as one sentence whose things are linked, with the meaning each is taken in', () => {
    const owned = hop('compute', 'sovereignty', '+', {
      reading: { objectFraming: { id: 'owned', label: 'as owning' } },
    });
    const segments = pathSentence(path('?', [owned, hop('sovereignty', 'alliance', '?')]));
    expect(segments.map((segment) => segment.text).join('')).toBe(
      'compute raises sovereignty (“as owning”), which is connected to alliance.',
    );
    expect(segments.flatMap((segment) => segment.entity ?? [])).toEqual([
      'compute',
      'sovereignty',
      'alliance',
    ]);
  });

  it('tells both meanings where a word changes its meaning half-way', () => {
    const arriving = hop('a', 'b', '+', { reading: { objectFraming: { id: 'x', label: 'one thing' } } });
    const leaving = hop('b', 'c', '-', { reading: { subjectFraming: { id: 'y', label: 'another' } } });
    const text = pathSentence(path('-', [arriving, leaving])).map((segment) => segment.text);
    expect(text.join('')).toBe('a raises b (“one thing”, then “another”), which lowers c.');
  });

  it('says that two lowering steps cancel, and only then', () => {
    const cancelled = path('+', [hop('a', 'b', '-'), hop('b', 'c', '-')]);
    expect(pathMarks(cancelled)).toEqual([{ kind: 'cancel', text: 'two lowering steps cancel' }]);
    expect(pathMarks(path('-', [hop('a', 'b', '-')]))).toEqual([]);
  });

  it('says which of an odd number of lowering steps cancel, as the sentence of the server does', () => {
    const lowering = (count: number) =>
      Array.from({ length: count }, (_, at) => hop(`n${at}`, `n${at + 1}`, '-'));
    const texts = (count: number, sign: '+' | '-' | '?') =>
      pathMarks(path(sign, lowering(count))).map(({ text }) => text);
    expect(texts(3, '-')).toEqual(['two of the three lowering steps cancel']);
    expect(texts(4, '+')).toEqual(['four lowering steps cancel']);
    expect(texts(5, '-')).toEqual(['four of the five lowering steps cancel']);
    expect(texts(2, '?')).toEqual([]);
  });

  it('warns of a change of meaning before anything else', () => {
    const shifts = [{ kind: 'framing-shift' as const, at: named('sovereignty'), hop: 2 }];
    const shifted = path('-', [hop('a', 'b', '-', { contested: true })], { shifts });
    expect(pathMarks(shifted)).toEqual([
      { kind: 'shift', text: 'holds only if “sovereignty” means the same in both claims' },
      { kind: 'contested', text: '1 contested step' },
    ]);
  });

  it('tells steps of reference records from steps of one voice', () => {
    const fact = hop('a', 'b', '?', { evidence: [{ ...claim('a'), kind: 'fact' }], voicesFor: 0 });
    const thin = hop('b', 'c', '+', { voicesFor: 1 });
    expect(pathMarks(path('?', [fact, thin])).map((mark) => mark.kind)).toEqual(['fact', 'thin']);
  });

  it('reads a step backwards by the inverse label', () => {
    const depends = hop('model', 'power', '+', { relation: { id: 'depends-on', label: 'depends on' } });
    expect(readStep(depends, 'power', 'is needed by')).toEqual({
      verb: 'raises',
      relation: 'is needed by',
      against: true,
    });
  });
});

describe('a sentence', () => {
  it('is cut at its highlights', () => {
    expect(highlightSegments('a bee sees', [{ start: 2, end: 5 }])).toEqual([
      { text: 'a ', matches: false },
      { text: 'bee', matches: true },
      { text: ' sees', matches: false },
    ]);
  });

  it('tells of an edge its sign, voices and dispute', () => {
    const edge: Edge = {
      ...hop('a', 'b', '+'),
      contested: true,
      contestedBy: 'sign',
      evidence: ['x'],
      voicesAgainst: 1,
      deniedBy: [],
      facts: 0,
    };
    expect(edgeSentence(edge)).toBe(
      'a enables b (raises; 2 voices, 1 against; contested: some say it raises, some say it lowers)',
    );
    expect(contestedText(undefined)).toBe('contested');
  });
});

describe('who stands behind something', () => {
  const none = { voicesFor: 0, voicesAgainst: 0 };
  it('is told as mentions, voices, and those that only aim or foresee', () => {
    const six = { ...none, mentions: 6, voicesFor: 2, voicesByClaimType: { aim: 1, report: 2 } };
    expect(voiceText(six)).toBe('6 mentions, 2 voices (1 aim)');
    expect(voiceText({ ...six, voicesAgainst: 1, voicesByClaimType: { aim: 1, forecast: 2 } })).toBe(
      '6 mentions, 2 voices (1 aim, 2 forecasts), 1 against',
    );
  });

  it('says of one mention of one voice only what it is', () => {
    const one = { ...none, mentions: 1, voicesFor: 1 };
    expect(voiceText(one)).toBe('1 voice');
    expect(voiceText({ ...one, voicesByClaimType: { aim: 1 } })).toBe('1 voice (aim)');
    expect(voiceText({ ...none, voicesAgainst: 2 })).toBe('no voice, 2 against');
  });

  it('counts the claims of a step and leaves its reference records out', () => {
    const fact = { ...claim('a'), kind: 'fact' } as const;
    const step = hop('a', 'b', '+', { evidence: [claim('x'), claim('y'), fact], evidenceTotal: 3 });
    expect(voiceText(backingOf(step))).toBe('2 mentions, 2 voices');
  });
});

describe('a claim', () => {
  it('is marked by what is unusual about it', () => {
    const marks = claimMarks({ claimType: 'aim', certainty: 'hedged', attribution: 'inferred' });
    expect(marks.map((mark) => mark.label)).toEqual(['aim', 'hedged', 'inferred']);
    expect(claimMarks({ claimType: 'report', certainty: 'plain', attribution: 'own' })).toEqual([]);
  });

  it('tells its limits and denials in words', () => {
    const scope = { where: 'partner-nations', period: '2020/2025', condition: 'if models become free' };
    const link = { subject: 'a', relation: 'enables', object: 'b', sign: '+' as const, denied: true, scope };
    expect(linkText(link, { 'partner-nations': 'partner nations' })).toBe(
      'denied: a enables b, in partner nations, 2020 to 2025, if models become free',
    );
    expect(scopeText({}, {})).toBeUndefined();
  });

  it('tells its quantities', () => {
    const factor = {
      kind: 'factor' as const,
      cause: 'compute',
      causeBy: 10,
      effect: 'model-capability',
      effectBy: 2,
    };
    expect(quantityText(factor, {})).toBe('10 × compute gives 2 × model capability');
  });

  it('leads to paths from what it says, never by a denied link', () => {
    const link = { subject: 'a', relation: 'r', object: 'b', sign: '+' as const, denied: false };
    expect(claimEnds({ links: [link, { ...link, object: 'c', denied: true }] })).toEqual({
      from: ['b'],
      to: ['a'],
      all: ['a', 'b'],
    });
  });

  it('is shortened between words', () => {
    expect(shorten('one two three four', 12)).toBe('one two…');
  });
});

describe('a moment', () => {
  it('reads as a player shows it', () => {
    expect([clock(754), clock(4000), clock(5)]).toEqual(['12:34', '1:06:40', '0:05']);
    expect(momentText(754, undefined, 30)).toBe('about 12:34 (± 30 s)');
  });

  it('is linked only on web addresses', () => {
    expect(momentAddress('https://example.org/e.mp3', 90)).toBe('https://example.org/e.mp3#t=90');
    expect(momentAddress('javascript:alert(1)', 90)).toBeUndefined();
  });

  it('shows a date as people read it', () => {
    expect([dateText('2026-02-03'), dateText('2026')]).toEqual(['3 February 2026', '2026']);
  });
});

describe('a citation', () => {
  const insight = {
    id: 'kratsios-owned-hardware',
    iri: 'http://localhost:8080/insight/kratsios-owned-hardware',
    text: 'Owning 100% of it',
    speaker: 'michael-kratsios',
    source: 'seed-brief',
    version: 3,
    change: 41,
    labels: { 'michael-kratsios': 'Michael Kratsios' },
  };
  const parts = { insight, source: { title: 'A brief', date: '2026-01-05' }, readOn: '2026-02-03' };

  it('names who, what, where and the version read', () => {
    expect(citationText(parts)).toBe(
      'Michael Kratsios: “Owning 100% of it” Restated from: A brief (2026-01-05). Clew, version 3, change 41. ' +
        'http://localhost:8080/insight/kratsios-owned-hardware?version=3 (read 2026-02-03).',
    );
  });

  it('escapes what BibTeX would read as a command', () => {
    expect(escapeBibtex('50% of {A_1} & \\b')).toBe('50\\% of \\{A\\_1\\} \\& \\textbackslash{}b');
    expect(citationBibtex(parts)).toBe(
      [
        '@misc{clew:kratsios-owned-hardware:v3,',
        '  author = {{Michael Kratsios}},',
        '  title = {{Owning 100\\% of it}},',
        '  howpublished = {Restated in Clew from: A brief (2026-01-05)},',
        '  year = {2026},',
        '  note = {Version 3, change 41},',
        '  url = {http://localhost:8080/insight/kratsios-owned-hardware?version=3},',
        '  urldate = {2026-02-03}',
        '}',
      ].join('\n'),
    );
  });
});

describe('a rank', () => {
  it('goes with the claim as it was read, and the ordinary one is not written down', () => {
    const claim = { id: 'a', text: 'It is so.', version: 2 } as Insight;
    expect(withRank(claim, 'low')).toEqual({ ...claim, rank: 'low' });
    expect(withRank({ ...claim, rank: 'outdated' }, 'normal')).toEqual(claim);
  });
});

describe('a size', () => {
  it('reads as people say it', () => {
    expect([0, 999, 1000, 3_420_000, 2_000_000_000].map(bytesText)).toEqual([
      '0 bytes',
      '999 bytes',
      '1 kB',
      '3.4 MB',
      '2 GB',
    ]);
  });
});
