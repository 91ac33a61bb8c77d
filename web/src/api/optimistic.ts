/** Writes whose outcome is shown before the server answers, and taken back when it refuses. */
import {
  useMutation,
  useMutationState,
  useQueryClient,
  type QueryClient,
  type QueryKey,
  type UseMutationOptions,
} from '@tanstack/react-query';

/** A write of which one answer tells the outcome. */
export interface Foreseen<Shown, What, Answer> {
  /** The cache key of that answer. */
  shown: QueryKey;
  send: (what: What) => Promise<Answer>;
  /** What the answer will be; the one that is shown stays as it is. */
  outcome: (shown: Shown, what: What) => Shown;
  /** Asks anew for what else the write changes. */
  anew?: () => void;
}

/** How long a refusal is told after the button that was pressed has gone, in milliseconds. */
const told = 60_000;

const keyOf = (shown: QueryKey) => ['foreseen', ...shown];

/** What a write knows while it is under way. */
interface Foresight<Shown> {
  /** Whether no other was under way when it began. */
  first: boolean;
  /** What was shown before it; undefined where nothing was. */
  before: Shown | undefined;
  foresee: (before: Shown) => Shown;
}

/**
 * How it is done: one after another, so that the last click wins. What was refused is taken back from under what waits; the
 * truth is asked for when nothing else is under way, since an earlier answer would undo what is shown meanwhile. Without a
 * network it is refused, rather than waiting for one unseen.
 */
export function foreseen<Shown, What, Answer>(
  cache: QueryClient,
  { shown, send, outcome, anew }: Foreseen<Shown, What, Answer>,
): UseMutationOptions<Answer, Error, What, Foresight<Shown>> {
  const mutationKey = keyOf(shown);
  const isAlone = () => cache.isMutating({ mutationKey, exact: true }) === 1;
  return {
    mutationKey,
    gcTime: told,
    networkMode: 'always',
    scope: { id: JSON.stringify(mutationKey) },
    mutationFn: send,
    onMutate: async (what) => {
      const first = isAlone();
      await cache.cancelQueries({ queryKey: shown });
      const before = cache.getQueryData<Shown>(shown);
      if (before !== undefined) cache.setQueryData<Shown>(shown, outcome(before, what));
      return { first, before, foresee: (now) => outcome(now, what) };
    },
    onError: (_error, _what, refused) => {
      if (refused?.before === undefined) return;
      let now: Shown = refused.before;
      for (const { state } of cache
        .getMutationCache()
        .findAll({ mutationKey, exact: true, status: 'pending' })) {
        const later = state.context as Foresight<Shown> | undefined;
        if (!later || later === refused) continue;
        later.before = now;
        now = later.foresee(now);
      }
      cache.setQueryData(shown, now);
    },
    onSettled: () => {
      if (!isAlone()) return;
      void cache.invalidateQueries({ queryKey: shown });
      anew?.();
    },
  };
}

/** The same in a page. */
export function useForeseen<Shown, What, Answer>(way: Foreseen<Shown, What, Answer>) {
  return useMutation(foreseen(useQueryClient(), way));
}

/**
 * Why the latest of the writes that waited for each other was refused, of those that were; none once another began by itself.
 *
 * @param writes in the order in which they were asked for
 */
export function refusalOf(writes: readonly { first: boolean; error: Error | null }[]): Error | undefined {
  return (
    writes.slice(writes.findLastIndex(({ first }) => first)).findLast(({ error }) => error)?.error ??
    undefined
  );
}

/** Why a write to an answer was refused. What was pressed may be gone by then, since the outcome was shown. */
export function useRefusal(shown: QueryKey): Error | undefined {
  return refusalOf(
    useMutationState({
      filters: { mutationKey: keyOf(shown), exact: true },
      select: ({ state }) => ({
        first: (state.context as Foresight<unknown> | undefined)?.first ?? false,
        error: state.error,
      }),
    }),
  );
}
