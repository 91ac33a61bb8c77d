import { describe, expect, it } from 'vitest';
import { briefCall, briefPlace, followed, readBrief, unfollowed } from './brief';

const today = new Date('2026-03-10T12:00:00Z');

describe('what is followed', () => {
  it('lives in the address, and reopens as it was', () => {
    const query = { follows: ['compute', 'holder:white-house'], span: 'month' } as const;
    const place = briefPlace(query);
    expect(place).toBe('/brief?follow=compute,holder%3Awhite-house&span=month');
    expect(readBrief(place.slice('/brief'.length))).toEqual(query);
  });

  it('is asked of the days that the span goes back', () => {
    const follows = ['compute'];
    expect(briefCall({ follows, span: 'week' }, today)).toBe('/api/brief?follow=compute&since=2026-03-03');
    expect(briefCall({ follows, span: 'day' }, today)).toBe('/api/brief?follow=compute&since=2026-03-09');
    expect(briefCall({ follows, span: 'all' }, today)).toBe('/api/brief?follow=compute&since=0');
    expect(briefCall({ follows: [], span: 'all' }, today)).toBeUndefined();
  });

  it('takes a thing once, and gives it up again', () => {
    const none = { follows: [], span: 'week' } as const;
    const one = followed(followed(none, 'compute'), 'compute');
    expect(one.follows).toEqual(['compute']);
    expect(unfollowed(one, 'compute').follows).toEqual([]);
  });
});
