/** An evening of writing claims: the one being written, and those kept tonight that are not published yet. */
import { emptyEntry, nextEntry, type Entry } from './entry';

export interface Kept {
  key: number;
  entry: Entry;
}

export interface Evening {
  entry: Entry;
  /** Grows with every claim begun, so that its fields start anew. */
  round: number;
  tonight: readonly Kept[];
}

export const newEvening: Evening = { entry: emptyEntry, round: 1, tonight: [] };

/** Most claims that are published at once: as many as one change is pleasant to read. */
export const tonightLimit = 100;

export type EveningStep =
  | { type: 'edit'; entry: Entry }
  | { type: 'keep' }
  | { type: 'reopen'; key: number }
  | { type: 'drop'; key: number }
  | { type: 'published' }
  | { type: 'begin' };

/** Whether there is something in the claim that would be a loss. */
export const isBegun = (entry: Entry): boolean => entry.text.trim() !== '' || entry.quote.trim() !== '';

export function evening(state: Evening, step: EveningStep): Evening {
  const { entry, round, tonight } = state;
  switch (step.type) {
    case 'edit':
      return { ...state, entry: step.entry };
    case 'keep':
      if (!isBegun(entry) || tonight.length >= tonightLimit) return state;
      return { entry: nextEntry(entry), round: round + 1, tonight: [...tonight, { key: round, entry }] };
    case 'reopen': {
      const wanted = tonight.find(({ key }) => key === step.key);
      if (!wanted) return state;
      const others = tonight.filter(({ key }) => key !== step.key);
      const put = isBegun(entry) ? [...others, { key: round, entry }] : others;
      return { entry: wanted.entry, round: round + 1, tonight: put };
    }
    case 'drop':
      return { ...state, tonight: tonight.filter(({ key }) => key !== step.key) };
    case 'published':
      return { entry: nextEntry(entry), round: round + 1, tonight: [] };
    case 'begin':
      return { ...state, entry: nextEntry(entry), round: round + 1 };
  }
}

/** Every claim of the evening that is begun, the one being written last. */
export function begun(state: Evening): Entry[] {
  const kept = state.tonight.map(({ entry }) => entry);
  return isBegun(state.entry) ? [...kept, state.entry] : kept;
}

const form = 1;

/** The evening as text, to survive a closed window. */
export function keepEvening(state: Evening): string {
  return JSON.stringify({ form, ...state });
}

/** An evening kept by {@link keepEvening}; a new one where there is none, or one of another release. */
export function readEvening(text: string | null): Evening {
  if (text === null) return newEvening;
  try {
    const kept: unknown = JSON.parse(text);
    if (typeof kept !== 'object' || kept === null || !('form' in kept) || kept.form !== form)
      return newEvening;
    const { entry, round, tonight } = kept as unknown as Evening;
    return { entry: { ...emptyEntry, ...entry }, round, tonight };
  } catch {
    return newEvening; // not written by these pages
  }
}
