/** What is new to whoever follows some things: the follows live in the address, and nowhere else. */
import { address, readChoice, readList } from './parameters';

export const spans = ['day', 'week', 'month', 'all'] as const;
export type Span = (typeof spans)[number];

export interface BriefQuery {
  follows: readonly string[];
  span: Span;
}

const days: Record<Exclude<Span, 'all'>, number> = { day: 1, week: 7, month: 30 };

export function readBrief(search: string): BriefQuery {
  const parameters = new URLSearchParams(search);
  return {
    follows: readList(parameters.get('follow')),
    span: readChoice(parameters.get('span'), spans) ?? 'week',
  };
}

export const briefPlace = ({ follows, span }: BriefQuery): string =>
  address('/brief', { follow: follows, span: span === 'week' ? undefined : span });

/** The call for a brief, as of `today`; none where nothing is followed. */
export function briefCall({ follows, span }: BriefQuery, today: Date): string | undefined {
  if (follows.length === 0) return undefined;
  return address('/api/brief', { follow: follows, since: since(span, today) });
}

/** The same as a feed, which keeps to the last seven days. */
export const briefFeed = (follows: readonly string[]): string =>
  address('/feeds/brief.atom', { follow: follows });

function since(span: Span, today: Date): string {
  if (span === 'all') return '0';
  const day = new Date(today);
  day.setUTCDate(day.getUTCDate() - days[span]);
  return day.toISOString().slice(0, 10);
}

export const followed = (query: BriefQuery, follow: string): BriefQuery => ({
  ...query,
  follows: query.follows.includes(follow) ? query.follows : [...query.follows, follow],
});

export const unfollowed = (query: BriefQuery, follow: string): BriefQuery => ({
  ...query,
  follows: query.follows.filter((one) => one !== follow),
});
