import { describe, expect, it } from 'vitest';
import {
  bringsClaims,
  deliveryText,
  edgeWatch,
  followed,
  followKinds,
  followOf,
  nextText,
  readFragment,
  readingPlace,
  unfollowed,
} from './reader';
import type { Reader } from '../api/types';

const reader: Reader = {
  address: 'ada@example.org',
  confirmed: true,
  mail: true,
  schedule: { hour: 7, weekdays: ['monday'], zone: 'UTC' },
  follows: [],
  latest: [],
};

describe('the link in a letter', () => {
  it('opens a page or confirms an address, and nothing else is one', () => {
    expect(readFragment('#key=clewr_abcdefghij')).toEqual({ key: 'clewr_abcdefghij' });
    expect(readFragment('#confirm=clewr_abcdefghij')).toEqual({ confirm: 'clewr_abcdefghij' });
    for (const other of ['', '#key=', '#key=clewt_abcdefghij', '#claims', '#key=clewr_abcdefghij&x=1'])
      expect(readFragment(other)).toEqual({});
  });
});

describe('what a reader is told', () => {
  it('says when the next brief comes or why none does', () => {
    expect(nextText({ ...reader, mail: false })).toContain('sends no mail');
    expect(nextText({ ...reader, confirmed: false })).toContain('open the link');
    expect(nextText({ ...reader, schedule: { ...reader.schedule, pausedUntil: '9999-12-31' } })).toContain(
      'You stopped',
    );
    expect(nextText({ ...reader, next: '2026-11-30T07:00:00Z' })).toContain('ada@example.org at 30 Nov 2026');
  });

  it('says how far a brief is, with what the server said', () => {
    const made = '2026-11-26T07:00:00Z';
    expect(deliveryText({ day: '2026-11-26', state: 'sent', made })).toBe('26 November 2026: was sent.');
    expect(deliveryText({ day: '2026-11-26', state: 'failed', made, told: '451 later' })).toBe(
      '26 November 2026: could not be sent – 451 later.',
    );
  });
});

describe('what is followed', () => {
  it('brings claims or lines', () => {
    expect(bringsClaims('holder:ada')).toBe(true);
    expect(bringsClaims('path:compute:alliance')).toBe(false);
    expect(readingPlace('search:more & more')).toBe('/reading?follow=search%3Amore+%26+more');
  });
});

describe('what is followed', () => {
  it('is written with its kind, a thing by its id alone', () => {
    expect(followKinds.map((kind) => followOf(kind, 'x'))).toEqual([
      'x',
      'relation:x',
      'topic:x',
      'holder:x',
      'speaker:x',
      'podcast:x',
      'search:x',
    ]);
  });

  it('may be a connection, by its ends and relation', () => {
    const named = (id: string) => ({ id, label: id });
    expect(
      edgeWatch({ subject: named('compute'), relation: named('enables'), object: named('alliance') }),
    ).toBe('edge:compute:enables:alliance');
  });
});

describe('what was just followed', () => {
  const compute = followed(reader, { follow: 'compute', label: 'Compute' });

  it('stands last under the name it had, and of a kind by its written form', () => {
    expect(followed(compute, { follow: 'edge:a:enables:b' }).follows).toEqual([
      {
        follow: 'compute',
        kind: 'entity',
        label: 'Compute',
        weight: 'plain',
        page: '/reading',
        state: 'published',
      },
      {
        follow: 'edge:a:enables:b',
        kind: 'edge',
        label: 'edge:a:enables:b',
        weight: 'plain',
        page: '/reading',
        state: 'published',
      },
    ]);
  });

  it('has the weight it is given, once, and is gone when it is no longer followed', () => {
    const less = followed(compute, { follow: 'compute', weight: 'less' });
    expect(less.follows).toEqual(compute.follows.map((one) => ({ ...one, weight: 'less' })));
    expect(unfollowed(less, 'compute')).toEqual(reader);
  });
});
