import { useDeferredValue } from 'react';
import { useSuggestions, type Among } from '../api/queries';
import type { Named } from '../api/types';

type Suggested = Named & { matchedAlias?: string };

/** Whether a suggestion for what was typed a moment ago still fits what is typed now. */
function stillFits({ label, matchedAlias }: Suggested, typed: string): boolean {
  const wanted = typed.trim().toLowerCase();
  return [label, matchedAlias ?? ''].some((name) => name.toLowerCase().includes(wanted));
}

/** What fits the beginning of a name, and whether that is the whole answer: before, nothing new may be offered. */
export function useFitting(typed: string, among?: Among) {
  const wanted = useDeferredValue(typed);
  const { data, error, isPlaceholderData } = useSuggestions(wanted, among);
  const isAnswered = data !== undefined && !isPlaceholderData && wanted === typed;
  const found = (data ?? []).filter((item) => isAnswered || stillFits(item, typed));
  return { found, isAnswered, error };
}
