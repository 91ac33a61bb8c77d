/** An evening of writing claims: the one being written, and those kept tonight that are not published yet. */
import { emptyEntry, entryProblems, nextEntry, type Entry } from './entry';

/** What the server keeps of a claim until it is published. */
export interface Draft {
  number: number;
  version: number;
  /** The claim as it was saved, to see whether it was changed since. */
  saved: string;
}

export interface Kept {
  key: number;
  entry: Entry;
  draft?: Draft | undefined;
}

/** A draft that the server has, as the form shows it. */
export interface FoundDraft {
  draft: Draft;
  entry: Entry;
}

export interface Evening {
  entry: Entry;
  /** Grows with every claim begun, so that its fields start anew. */
  round: number;
  tonight: readonly Kept[];
  /** That of the claim being written. */
  draft?: Draft | undefined;
  /** Drafts of claims that were dropped or published, to be taken away from the server. */
  gone: readonly Draft[];
  /** Whether the drafts that the server has were asked for since the page was opened. */
  met?: boolean;
}

export const newEvening: Evening = { entry: emptyEntry, round: 1, tonight: [], gone: [] };

/** Most claims that are published at once: as many as one change is pleasant to read. */
export const tonightLimit = 100;

export type EveningStep =
  | { type: 'edit'; entry: Entry }
  | { type: 'keep' }
  | { type: 'reopen'; key: number }
  | { type: 'drop'; key: number }
  | { type: 'published' }
  | { type: 'begin' }
  | DraftStep;

/** What the server said of drafts. */
export type DraftStep =
  | { type: 'saved'; key: number; draft: Draft }
  | { type: 'removed'; number: number }
  | { type: 'overtaken'; number: number }
  | { type: 'met'; found: readonly FoundDraft[]; whole: boolean; words: Words };

/** A claim as it is saved. */
export type Words = (entry: Entry) => string;

/** Whether there is something in the claim that would be a loss. */
export const isBegun = (entry: Entry): boolean => entry.text.trim() !== '' || entry.quote.trim() !== '';

/** Every claim of the evening, the one being written last, begun or not. */
const claimsOf = ({ entry, round, tonight, draft }: Evening): Kept[] => [
  ...tonight,
  { key: round, entry, draft },
];

/** With the drafts of these claims to be taken away. */
const without = (state: Evening, claims: readonly Kept[]): Evening => ({
  ...state,
  gone: [...state.gone, ...claims.flatMap(({ draft }) => draft ?? [])],
});

/** With another claim in the form. */
const opened = (state: Evening, entry: Entry, draft?: Draft): Evening => ({
  ...state,
  entry,
  draft,
  round: state.round + 1,
});

const numbered = (number: number) => (claim: Kept) => claim.draft?.number === number;

export function evening(state: Evening, step: EveningStep): Evening {
  const { entry, round, tonight, draft } = state;
  const current = { key: round, entry, draft };
  switch (step.type) {
    case 'edit':
      return draft && !isBegun(step.entry)
        ? { ...without(state, [current]), entry: step.entry, draft: undefined }
        : { ...state, entry: step.entry };
    case 'keep':
      if (!isBegun(entry) || tonight.length >= tonightLimit) return state;
      return { ...opened(state, nextEntry(entry)), tonight: [...tonight, current] };
    case 'reopen': {
      const wanted = tonight.find(({ key }) => key === step.key);
      if (!wanted) return state;
      const others = tonight.filter(({ key }) => key !== step.key);
      const put = isBegun(entry) ? [...others, current] : others;
      return { ...opened(state, wanted.entry, wanted.draft), tonight: put };
    }
    case 'drop':
      return {
        ...without(
          state,
          tonight.filter(({ key }) => key === step.key),
        ),
        tonight: tonight.filter(({ key }) => key !== step.key),
      };
    case 'published':
      return { ...opened(without(state, claimsOf(state)), nextEntry(entry)), tonight: [] };
    case 'begin':
      return opened(without(state, [current]), nextEntry(entry));
    case 'removed':
      return { ...state, gone: state.gone.filter(({ number }) => number !== step.number) };
    case 'saved':
      return saved(state, step.key, step.draft);
    case 'overtaken':
      return drafted(state, numbered(step.number), undefined);
    case 'met':
      return met(state, step);
  }
}

/** With another draft for the claims that are meant. */
function drafted(state: Evening, meant: (claim: Kept) => boolean, draft: Draft | undefined): Evening {
  const current = { key: state.round, entry: state.entry, draft: state.draft };
  return {
    ...state,
    ...(meant(current) && { draft }),
    tonight: state.tonight.map((claim) => (meant(claim) ? { ...claim, draft } : claim)),
  };
}

/** A claim may have been dropped, or opened under another key, while it was saved. */
function saved(state: Evening, key: number, draft: Draft): Evening {
  const same = numbered(draft.number);
  const meant = (claim: Kept) => (claim.draft ? same(claim) : claim.key === key);
  if (claimsOf(state).some(meant)) return drafted(state, meant, draft);
  return { ...state, gone: [...state.gone.filter(({ number }) => number !== draft.number), draft] };
}

/**
 * Brings in what was written in other browsers. A claim that stands here as it was saved follows its draft: it becomes what
 * the draft became, and goes where that is gone. One that was changed here meanwhile stays, as a draft of its own. One of which
 * it is not known here that it was saved – the page was closed before the answer came – is known by its words.
 */
function met(
  state: Evening,
  { found, whole, words }: Omit<Extract<DraftStep, { type: 'met' }>, 'type'>,
): Evening {
  const held = claimsOf(state).map(({ draft }) => draft?.number);
  const unclaimed = found.filter(({ draft }) => !held.includes(draft.number));
  const adopt = (claim: Kept): Kept => {
    const place = isBegun(claim.entry)
      ? unclaimed.findIndex(({ draft }) => draft.saved === words(claim.entry))
      : -1;
    const [saved] = place < 0 ? [] : unclaimed.splice(place, 1);
    return saved ? { ...claim, draft: saved.draft } : claim;
  };
  const follow = (claim: Kept): Kept | undefined => {
    const { draft } = claim;
    if (!draft) return adopt(claim);
    const now = found.find((one) => one.draft.number === draft.number);
    if (now?.draft.version === draft.version || (!now && !whole)) return claim;
    return words(claim.entry) === draft.saved ? now && { ...claim, ...now } : { ...claim, draft: undefined };
  };
  const tonight = state.tonight.flatMap((claim) => follow(claim) ?? []);
  const before = { key: state.round, entry: state.entry, draft: state.draft };
  const current = follow(before);
  const known = [...tonight, ...(current ? [current] : []), ...state.gone.map((draft) => ({ draft }))].map(
    ({ draft }) => draft?.number,
  );
  const fresh = found.filter(({ draft }) => !known.includes(draft.number));
  // Keys of claims of this page count upwards.
  const added = fresh.map((one) => ({ ...one, key: -one.draft.number }));
  const all = { ...state, met: true, tonight: [...tonight, ...added], draft: current?.draft };
  if (current?.entry !== state.entry)
    return opened(all, current?.entry ?? nextEntry(state.entry), current?.draft);
  const unfinished = added.findLast(({ entry }) => entryProblems(entry).length > 0);
  return unfinished && !isBegun(state.entry) ? evening(all, { type: 'reopen', key: unfinished.key }) : all;
}

/** What is still to be done at the server. */
export interface DraftWork {
  save: { key: number; words: string; number?: number; version?: number }[];
  remove: { number: number; version: number }[];
  /** Whether the claim being written is among it. */
  typing: boolean;
}

/** What is still to be done at the server; undefined when all is. */
export function draftWork(state: Evening, words: Words): DraftWork | undefined {
  const save = claimsOf(state)
    .filter(({ entry }) => isBegun(entry))
    .map(({ key, entry, draft }) => ({ key, draft, words: words(entry) }))
    .filter((claim) => claim.words !== claim.draft?.saved)
    .map(({ key, draft, words: said }) => ({
      key,
      words: said,
      ...(draft && { number: draft.number, version: draft.version }),
    }));
  const remove = state.gone.map(({ number, version }) => ({ number, version }));
  if (save.length + remove.length === 0) return undefined;
  return { save, remove, typing: save.some(({ key }) => key === state.round) };
}

/** Every claim of the evening that is begun, the one being written last. */
export function begun(state: Evening): Entry[] {
  const kept = state.tonight.map(({ entry }) => entry);
  return isBegun(state.entry) ? [...kept, state.entry] : kept;
}

const form = 1;

/** The evening as text, to survive a closed window. */
export function keepEvening(state: Evening): string {
  return JSON.stringify({ form, ...state, met: undefined });
}

/** An evening kept by {@link keepEvening}; a new one where there is none, or one of another release. */
export function readEvening(text: string | null): Evening {
  if (text === null) return newEvening;
  try {
    const kept: unknown = JSON.parse(text);
    if (typeof kept !== 'object' || kept === null || !('form' in kept) || kept.form !== form)
      return newEvening;
    const {
      entry,
      round,
      tonight,
      draft,
      gone = [],
    } = kept as unknown as Omit<Evening, 'gone'> & { gone?: Evening['gone'] };
    return { entry: { ...emptyEntry, ...entry }, round, tonight, draft, gone };
  } catch {
    return newEvening; // not written by these pages
  }
}
