import { useMutation } from '@tanstack/react-query';
import { useEffect, useMemo, useState } from 'react';
import { ApiProblem } from '../api/client';
import { removeDraft, saveDraft, useDrafts, useNames, useSettled, useTitles } from '../api/curating';
import { useRelations } from '../api/queries';
import { entryBody, entryOf, type Entry, type InsightBody } from '../state/entry';
import { draftWork, type DraftStep, type DraftWork, type Evening, type Words } from '../state/evening';
import { entitiesNamed, isOfForm } from '../state/review';

/** For how long nobody types before a claim is saved, in milliseconds. */
const pause = 1000;
/** After how long a failed save is tried again, in milliseconds. */
const again = 30_000;

/** Whether a draft is not there any more as it was seen. */
const overtaken = (cause: unknown) => cause instanceof ApiProblem && [404, 409, 412].includes(cause.status);

type Tell = (step: DraftStep) => void;

async function save({ key, words, number, version }: DraftWork['save'][number], tell: Tell) {
  const seen = number !== undefined && version !== undefined ? { number, version } : undefined;
  try {
    const now = await saveDraft(JSON.parse(words) as object, seen);
    tell({ type: 'saved', key, draft: { number: now.number, version: now.version, saved: words } });
  } catch (cause) {
    if (!seen || !overtaken(cause)) throw cause;
    // Somebody wrote over it or took it away meanwhile: what is written here becomes a draft of its own.
    tell({ type: 'overtaken', number: seen.number });
  }
}

async function remove(seen: DraftWork['remove'][number], tell: Tell) {
  try {
    await removeDraft(seen);
  } catch (cause) {
    // One that was changed elsewhere stays, to be looked at.
    if (!overtaken(cause)) throw cause;
  }
  tell({ type: 'removed', number: seen.number });
}

/** Brings in the drafts that other browsers left, once for every time that the page is opened. */
function useMeeting({ met }: Evening, words: Words, tell: Tell): boolean {
  const relations = useRelations();
  const { data, error, isFetchedAfterMount } = useDrafts();
  const drafts = useMemo(() => (data?.proposals ?? []).filter(isOfForm), [data]);
  const records = drafts.map(({ record }) => record as InsightBody);
  const { name, isPending: noNames } = useNames(records.flatMap(entitiesNamed));
  const { title, isPending: noTitles } = useTitles(records.flatMap(({ source }) => source ?? []));
  const whole = data !== undefined && isFetchedAfterMount && !noNames && !noTitles && relations.size > 0;
  useEffect(() => {
    if (met || !whole) return;
    const found = drafts.map(({ number, version, record }) => {
      const body = record as InsightBody;
      const entry = entryOf(body, (id) => (id === body.source ? title(id) : name(id)), relations);
      return { draft: { number, version, saved: words(entry) }, entry };
    });
    tell({ type: 'met', found, whole: data.cursor === undefined, words });
  }, [met, whole, drafts, data, words, relations, name, title, tell]);
  return met === true || (error !== null && relations.size > 0);
}

/** How the claims of the evening are kept beside this browser. */
export interface Drafting {
  /** When they were last saved at the server. */
  savedAt: Date | undefined;
  /** Whether something is not saved there yet. */
  saving: boolean;
  /** Whether the server did not take them. */
  failed: boolean;
}

/** Keeps every claim of the evening as a draft at the server too, so that it is there in another browser. */
export function useDrafting(state: Evening, tell: Tell): Drafting {
  const relations = useRelations();
  const [savedAt, setSavedAt] = useState<Date>();
  const words = useMemo(() => (entry: Entry) => JSON.stringify(entryBody(entry, relations)), [relations]);
  const ready = useMeeting(state, words, tell);
  const work = ready ? draftWork(state, words) : undefined;
  const wanted = work && JSON.stringify(work);
  const settled = useSettled(wanted, work?.typing ? pause : 0);
  const { mutate, isPending, isError, isPaused, variables } = useMutation({
    mutationFn: async (asked: string) => {
      const left = JSON.parse(asked) as DraftWork;
      for (const each of left.remove) await remove(each, tell);
      for (const each of left.save) await save(each, tell);
      return left.save.length;
    },
    onSuccess: (saved) => {
      if (saved > 0) setSavedAt(new Date());
    },
  });
  const failed = isError && variables === settled;
  useEffect(() => {
    if (settled === undefined || settled !== wanted || isPending) return;
    const timer = setTimeout(() => mutate(settled), failed ? again : 0);
    return () => clearTimeout(timer);
  }, [settled, wanted, isPending, failed, mutate]);
  return { savedAt, saving: work !== undefined, failed: failed || isPaused };
}
