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

/**
 * How it is done: one after another, so that the last click wins. What was refused is taken back; the truth is asked for when
 * nothing else is under way, since an earlier answer would undo what is shown meanwhile.
 */
export function foreseen<Shown, What, Answer>(
  cache: QueryClient,
  { shown, send, outcome, anew }: Foreseen<Shown, What, Answer>,
): UseMutationOptions<Answer, Error, What, { before: Shown | undefined }> {
  const mutationKey = keyOf(shown);
  const isLast = () => cache.isMutating({ mutationKey }) === 1;
  return {
    mutationKey,
    gcTime: told,
    scope: { id: JSON.stringify(mutationKey) },
    mutationFn: send,
    onMutate: async (what) => {
      await cache.cancelQueries({ queryKey: shown });
      const before = cache.getQueryData<Shown>(shown);
      if (before !== undefined) cache.setQueryData<Shown>(shown, outcome(before, what));
      return { before };
    },
    onError: (_error, _what, context) => {
      if (isLast() && context?.before !== undefined) cache.setQueryData(shown, context.before);
    },
    onSettled: () => {
      if (!isLast()) return;
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
 * Why the last of the writes to an answer was refused; none while one is under way or once it went well. What was pressed may
 * be gone by then, since the outcome was shown.
 */
export function useRefusal(shown: QueryKey): Error | undefined {
  const errors = useMutationState({
    filters: { mutationKey: keyOf(shown) },
    select: ({ state }) => state.error,
  });
  return errors.at(-1) ?? undefined;
}
