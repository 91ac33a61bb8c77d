import { describe, expect, test } from 'vitest';
import { emptyEntry, type Entry } from './entry';
import { draftWork, evening, keepEvening, newEvening, readEvening, type Evening } from './evening';

const source = { id: 'brief', label: 'The brief' };
const claim = (text: string): Entry => ({ ...emptyEntry, text, source });
const words = ({ text }: Entry) => text;
const written = (text: string): Evening => evening(newEvening, { type: 'edit', entry: claim(text) });
const draft = (number: number, saved: string, version = 1) => ({ number, version, saved });
const saved = (state: Evening, number: number) =>
  evening(state, { type: 'saved', key: state.round, draft: draft(number, state.entry.text) });
const meets = (state: Evening, ...found: { draft: ReturnType<typeof draft>; entry: Entry }[]) =>
  evening(state, { type: 'met', found, whole: true, words });

describe('drafts of an evening', () => {
  test('a claim is saved once for each wording, over the version that was seen', () => {
    const first = written('One.');
    expect(draftWork(first, words)?.save).toEqual([{ key: 1, words: 'One.' }]);
    const kept = saved(first, 7);
    expect(draftWork(kept, words)).toBeUndefined();
    const more = evening(kept, { type: 'edit', entry: claim('One more.') });
    expect(draftWork(more, words)?.save).toEqual([{ key: 1, words: 'One more.', number: 7, version: 1 }]);
  });

  test('what is published, dropped or emptied is taken away at the server', () => {
    const kept = evening(saved(written('One.'), 7), { type: 'keep' });
    for (const step of [{ type: 'published' }, { type: 'drop', key: 1 }] as const)
      expect(draftWork(evening(kept, step), words)?.remove).toEqual([{ number: 7, version: 1 }]);
    const emptied = evening(saved(written('One.'), 7), { type: 'edit', entry: claim('') });
    expect(draftWork(emptied, words)?.remove).toEqual([{ number: 7, version: 1 }]);
    expect(draftWork(evening(emptied, { type: 'removed', number: 7 }), words)).toBeUndefined();
  });

  test('a claim that is dropped while it is saved leaves no draft behind', () => {
    const kept = evening(written('One.'), { type: 'keep' });
    const dropped = evening(kept, { type: 'drop', key: 1 });
    const late = evening(dropped, { type: 'saved', key: 1, draft: draft(7, 'One.') });
    expect(draftWork(late, words)?.remove).toEqual([{ number: 7, version: 1 }]);
  });

  test('another browser finds what is finished in the list, and what is not in the form', () => {
    const unfinished: Entry = { ...emptyEntry, text: 'Two' };
    const there = meets(
      newEvening,
      { draft: draft(7, 'One.'), entry: claim('One.') },
      { draft: draft(8, 'Two'), entry: unfinished },
    );
    expect(there.tonight.map(({ entry }) => entry.text)).toEqual(['One.']);
    expect(there.entry.text).toBe('Two');
    expect(draftWork(there, words)).toBeUndefined();
  });

  test('a claim follows its draft as long as it was not changed here', () => {
    const here = evening(saved(written('One.'), 7), { type: 'keep' });
    const newer = { draft: draft(7, 'One, mended.', 2), entry: claim('One, mended.') };
    expect(meets(here, newer).tonight.map(({ entry }) => entry.text)).toEqual(['One, mended.']);
    expect(meets(here).tonight).toEqual([]);
    const changed = evening(saved(written('One.'), 7), { type: 'edit', entry: claim('One of mine.') });
    const both = meets(changed, newer);
    expect([...both.tonight.map(({ entry }) => entry.text), both.entry.text]).toEqual([
      'One, mended.',
      'One of mine.',
    ]);
    expect(draftWork(both, words)?.save).toEqual([{ key: 1, words: 'One of mine.' }]);
  });

  test('a claim whose save was not heard of before the page was closed is known by its words', () => {
    const here = evening(written('One.'), { type: 'keep' });
    const there = { draft: draft(7, 'One.'), entry: claim('One.') };
    const back = meets(here, there);
    expect(back.tonight).toEqual([{ key: 1, entry: claim('One.'), draft: draft(7, 'One.') }]);
    expect(draftWork(back, words)).toBeUndefined();
    const twice = meets(here, there, { ...there, draft: draft(8, 'One.') });
    expect(twice.tonight.map((each) => each.draft?.number)).toEqual([7, 8]);
  });

  test('nothing moves in the form when there is nothing to bring in', () => {
    const state = written('One.');
    expect(meets(state)).toEqual({ ...state, met: true, draft: undefined });
  });

  test('an evening kept by an earlier release is read, and asks for its drafts anew', () => {
    const { entry, round, tonight } = written('One.');
    expect(readEvening(JSON.stringify({ form: 1, entry, round, tonight })).gone).toEqual([]);
    expect(readEvening(keepEvening(meets(newEvening))).met).toBeUndefined();
  });
});
