import { describe, expect, it } from 'vitest';
import type { RelationType } from '../api/types';
import { emptyEntry, entryBody, entryOf, entryProblems, nextEntry, type Entry } from './entry';
import { begun, evening, keepEvening, newEvening, readEvening } from './evening';
import { aliasLike, chosen, emptyLink, partAt, readBack, relationsLike, retyped } from './linkLine';
import { readMoment } from './moment';
import { podcastDraft, sourceBody, sourceProblem } from './newRecord';

const relation = (id: string, more: Partial<RelationType> = {}): RelationType => ({
  id,
  label: id.replaceAll('-', ' '),
  inverseLabel: '',
  aliases: [],
  definition: '',
  example: '',
  defaultSign: '+',
  relationClass: 'influence',
  runsBackward: false,
  symmetric: false,
  ...more,
});
const enables = relation('enables', { aliases: ['makes possible'] });
const dependsOn = relation('depends-on', { runsBackward: true });
const relations = new Map(
  [enables, dependsOn, relation('weakens', { defaultSign: '-' })].map((one) => [one.id, one]),
);
const named = (id: string) => ({ id, label: id });
const settled = chosen(
  chosen(chosen(emptyLink, 'subject', named('compute')), 'relation', named('enables')),
  'object',
  named('sovereignty'),
);

describe('a link line', () => {
  it('is completed in the part where the caret stands', () => {
    expect(partAt('comp', 4)).toBe('subject');
    expect(partAt('compute > en', 12)).toBe('relation');
    expect(partAt('compute > enables > s', 21)).toBe('object');
    expect(partAt('compute > enables > sov', 3)).toBe('subject');
  });

  it('keeps what is settled while another part is typed, and forgets what is retyped', () => {
    const subject = chosen(emptyLink, 'subject', named('compute'));
    const typing = retyped(subject, 'compute > enab');
    expect(typing.words.subject.named).toEqual(named('compute'));
    expect(typing.words.relation).toEqual({ typed: 'enab' });
    expect(retyped(typing, 'computer > enab').words.subject).toEqual({ typed: 'computer' });
    expect(subject.text).toBe('compute > ');
    expect(settled.text).toBe('compute > enables > sovereignty');
  });

  it('loses a meaning with the word that it was chosen for', () => {
    const meant = { ...settled, objectFraming: 'owned-hardware' };
    expect(retyped(meant, 'compute > enables > alliance').objectFraming).toBeUndefined();
    expect(retyped(meant, 'chips > enables > sovereignty').objectFraming).toBe('owned-hardware');
  });

  it('finds relations by label and alias, and says which alias it was', () => {
    expect(relationsLike('en', relations.values()).map(({ id }) => id)).toEqual([
      'enables',
      'depends-on',
      'weakens',
    ]);
    expect(relationsLike('possible', relations.values())).toEqual([enables]);
    expect(aliasLike('possible', enables)).toBe('makes possible');
    expect(aliasLike('enab', enables)).toBeUndefined();
  });

  it('reads back in words, along its influence', () => {
    expect(readBack({ ...settled, objectFraming: 'owned-hardware' }, enables, 'the White House')).toBe(
      'More compute → more sovereignty (as owned hardware), believed by the White House',
    );
    expect(readBack(settled, dependsOn, undefined)).toBe(
      'More sovereignty → more compute, believed by nobody named',
    );
    expect(readBack({ ...settled, denied: true, sign: '0' }, enables, 'A')).toBe(
      'It is not so that: compute enables sovereignty, believed by A',
    );
    expect(readBack(emptyLink, enables, 'A')).toBeUndefined();
  });
});

describe('an entry', () => {
  const entry: Entry = {
    ...emptyEntry,
    text: ' Compute makes a nation sovereign. ',
    holder: named('white-house'),
    speaker: named('michael-kratsios'),
    source: named('seed-brief'),
    start: '12:34',
    links: [settled],
    topics: [named('ai-geopolitics')],
    quantities: [{ kind: 'product', result: named('a'), factors: [named('b'), named('c')] }],
  };

  it('becomes the record it stands for, and comes back from it', () => {
    const body = entryBody(entry, relations);
    expect(body).toEqual({
      type: 'insight',
      text: 'Compute makes a nation sovereign.',
      claimType: 'report',
      certainty: 'plain',
      attribution: 'own',
      holder: 'white-house',
      speaker: 'michael-kratsios',
      source: 'seed-brief',
      start: 754,
      links: [{ subject: 'compute', relation: 'enables', object: 'sovereignty', sign: '+', denied: false }],
      quantities: [{ kind: 'product', result: 'a', factors: ['b', 'c'] }],
      topics: ['ai-geopolitics'],
    });
    expect(
      entryBody(
        entryOf(body, (id) => id, relations),
        relations,
      ),
    ).toEqual(body);
  });

  it('names each field that is to be mended', () => {
    expect(entryProblems(entry)).toEqual([]);
    const half = { ...entry, text: '', start: '12:99', links: [retyped(emptyLink, 'compute > enables')] };
    expect(entryProblems(half).map(({ path }) => path)).toEqual(['text', 'start', 'links[0].subject']);
    expect(entryProblems(emptyEntry).map(({ path }) => path)).toEqual(['text', 'source']);
  });

  it('hands on who, where and about what to the next claim of the evening, and nothing that was said', () => {
    expect(nextEntry(entry)).toEqual({
      ...emptyEntry,
      holder: named('white-house'),
      speaker: named('michael-kratsios'),
      source: named('seed-brief'),
      topics: [named('ai-geopolitics')],
    });
  });

  it('reads times as people type them', () => {
    expect(['1:02:33', '12:34', '754', '0:05', '7.5'].map(readMoment)).toEqual([3753, 754, 754, 5, 7.5]);
    expect(['', '1:99', '1:75:00', 'soon', '-4', '1:2:3:4'].map(readMoment)).toEqual(
      Array(6).fill(undefined),
    );
  });
});

describe('an evening', () => {
  const written = { ...emptyEntry, text: 'First.', speaker: named('a'), source: named('s') };
  const first = evening({ ...newEvening, entry: written }, { type: 'keep' });

  it('keeps a claim and goes on with who and where, so that no field is typed twice', () => {
    expect(first.tonight).toEqual([{ key: 1, entry: written }]);
    expect(first.entry).toEqual({ ...emptyEntry, speaker: named('a'), source: named('s') });
    expect(first.round).toBe(2);
    expect(evening(first, { type: 'keep' })).toBe(first);
  });

  it('reopens a kept claim and loses nothing that was begun meanwhile', () => {
    const second = evening(first, { type: 'edit', entry: { ...first.entry, text: 'Second.' } });
    const reopened = evening(second, { type: 'reopen', key: 1 });
    expect(reopened.entry).toEqual(written);
    expect(begun(reopened).map(({ text }) => text)).toEqual(['Second.', 'First.']);
    expect(evening(reopened, { type: 'published' }).tonight).toEqual([]);
    expect(evening(second, { type: 'drop', key: 1 }).tonight).toEqual([]);
  });

  it('survives a closed window, and begins anew where what was kept cannot be read', () => {
    expect(readEvening(keepEvening(first))).toEqual(first);
    expect([null, '{', '{"form":0}', '7'].map(readEvening)).toEqual(Array(4).fill(newEvening));
  });
});

describe('a new source', () => {
  it('of kind episode needs its podcast, which can be added by its title alone', () => {
    const episode = { title: 'One', kind: 'Episode', date: '', url: '' } as const;
    expect(sourceProblem(episode)).toMatch(/^Choose the podcast/);
    expect(sourceProblem({ ...episode, podcast: { id: 'spindle', label: 'The spindle' } })).toBeUndefined();
    expect(sourceProblem({ ...episode, kind: 'Document' })).toBeUndefined();
    expect(sourceBody(podcastDraft(' The spindle '))).toEqual({
      type: 'source',
      kind: 'Podcast',
      title: 'The spindle',
    });
  });
});
