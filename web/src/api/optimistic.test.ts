import { MutationObserver, onlineManager, QueryClient } from '@tanstack/react-query';
import { describe, expect, it } from 'vitest';
import { foreseen, refusalOf } from './optimistic';

const shown = ['/api/list'];

/** A list in the cache, and writes to it that end when they are told to. */
function list(...entries: string[]) {
  const cache = new QueryClient();
  cache.setQueryData(shown, entries);
  const sent: { what: string; accept: (answer: undefined) => void; refuse: (why: Error) => void }[] = [];
  let anew = 0;
  const observer = new MutationObserver(
    cache,
    foreseen<string[], string, undefined>(cache, {
      shown,
      send: (what) => new Promise((accept, refuse) => sent.push({ what, accept, refuse })),
      outcome: (before, what) => [...before, what],
      anew: () => (anew += 1),
    }),
  );
  return {
    cache,
    sent,
    add: (what: string) => observer.mutate(what).catch((error: unknown) => String(error)),
    now: () => cache.getQueryData(shown),
    anew: () => anew,
  };
}

const begun = () => new Promise((resolve) => setImmediate(resolve));

describe('a write whose outcome is foreseen', () => {
  it('is shown before the answer and stays', async () => {
    const { add, now, sent, anew } = list('a');
    const done = add('b');
    await begun();
    expect(now()).toEqual(['a', 'b']);
    expect(anew()).toBe(0);
    sent[0]?.accept(undefined);
    await done;
    expect(now()).toEqual(['a', 'b']);
    expect(anew()).toBe(1);
  });

  it('is taken back when it is refused, and the refusal is told', async () => {
    const { add, now, sent, anew } = list('a');
    const done = add('b');
    await begun();
    sent[0]?.refuse(new Error('No such thing.'));
    expect(await done).toBe('Error: No such thing.');
    expect(now()).toEqual(['a']);
    expect(anew()).toBe(1);
  });

  it('waits for the one before, is shown meanwhile, and the truth is asked for once', async () => {
    const { add, now, sent, anew } = list();
    const first = add('a');
    const second = add('b');
    await begun();
    expect(now()).toEqual(['a', 'b']);
    expect(sent.map(({ what }) => what)).toEqual(['a']);
    sent[0]?.refuse(new Error('refused'));
    await first;
    await begun();
    expect(now(), 'what waits is still shown').toEqual(['b']);
    sent[1]?.accept(undefined);
    await second;
    expect(anew()).toBe(1);
  });

  it('leaves nothing of two that were refused', async () => {
    const { add, now, sent } = list('a');
    const both = [add('b'), add('c')];
    await begun();
    sent[0]?.refuse(new Error('refused'));
    await both[0];
    await begun();
    sent[1]?.refuse(new Error('refused too'));
    await both[1];
    expect(now()).toEqual(['a']);
  });

  it('keeps what was accepted when the next is refused', async () => {
    const { add, now, sent } = list();
    const both = [add('a'), add('b')];
    await begun();
    sent[0]?.accept(undefined);
    await both[0];
    await begun();
    sent[1]?.refuse(new Error('refused'));
    await both[1];
    expect(now()).toEqual(['a']);
  });

  it('is refused and does not wait where there is no network', async () => {
    onlineManager.setOnline(false);
    const { add, now, sent } = list('a');
    const done = add('b');
    await begun();
    sent[0]?.refuse(new Error('no network'));
    expect(await done).toBe('Error: no network');
    expect(now()).toEqual(['a']);
    onlineManager.setOnline(true);
  });

  it('sends all the same where nothing is shown yet', async () => {
    const { add, cache, now, sent } = list();
    cache.removeQueries({ queryKey: shown });
    const done = add('a');
    await begun();
    expect(now()).toBeUndefined();
    sent[0]?.accept(undefined);
    await done;
  });
});

describe('why a write was refused', () => {
  const refused = new Error('refused');
  const write = (first: boolean, error: Error | null = null) => ({ first, error });

  it('is told although one that waited for it went well', () => {
    expect(refusalOf([write(true, refused), write(false)])).toBe(refused);
  });

  it('is no longer told once another begins by itself', () => {
    expect(refusalOf([write(true, refused), write(true)])).toBeUndefined();
  });

  it('is nothing where nothing was', () => {
    expect(refusalOf([])).toBeUndefined();
  });
});
