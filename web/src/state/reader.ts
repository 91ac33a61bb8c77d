/** Readers of briefs: the key of their private link, what they follow, and when they read, in words. */
import type { Edge, Reader, ReaderDelivery, ReaderFollow, ReaderSchedule } from '../api/types';
import { address } from './parameters';
import { dateText, timeText } from './moment';

const store = 'reader-key';

/** The key of the private link that was opened in this browser; undefined where there is none. */
export function readKey(): string | undefined {
  try {
    return window.localStorage.getItem(store) ?? undefined;
  } catch {
    return undefined; // storage may be forbidden; then the link must be opened each time
  }
}

/** Keeps the key in this browser, or forgets it. */
export function keepKey(key: string | undefined): void {
  try {
    if (key === undefined) window.localStorage.removeItem(store);
    else window.localStorage.setItem(store, key);
  } catch {
    return; // as above
  }
}

/** What stands behind the `#` of a link from a letter. */
export function readFragment(hash: string): { key?: string; confirm?: string } {
  const [, what, secret] = /^#(key|confirm)=(clewr_[A-Za-z0-9_-]{10,100})$/.exec(hash) ?? [];
  if (secret === undefined) return {};
  return what === 'key' ? { key: secret } : { confirm: secret };
}

/** The page where a reader sees to everything, with something that is to be followed. */
export const readingPlace = (follow?: string): string => address('/reading', { follow });

export const pathWatch = (from: string, to: string): string => `path:${from}:${to}`;
export const searchWatch = (text: string): string => `search:${text}`;

export const edgeWatch = ({
  subject,
  relation,
  object,
}: Pick<Edge, 'subject' | 'relation' | 'object'>): string => `edge:${subject.id}:${relation.id}:${object.id}`;

/** What a name can be given for to follow it; paths and connections are followed where they stand. */
export const followKinds = ['entity', 'relation', 'topic', 'holder', 'speaker', 'podcast', 'search'] as const;
export type FollowKind = (typeof followKinds)[number];

/** What is followed where it stands. */
const watchKinds = ['path', 'edge'] as const;

/** The written form of something of a kind that is followed, by its id or the words of a search. */
export const followOf = (kind: FollowKind, named: string): string =>
  kind === 'entity' ? named : `${kind}:${named}`;

/** Whether claims come of it, and not a line about what became of it. */
export const bringsClaims = (follow: string): boolean => !/^(path|edge|search):/.test(follow);

export const weights = ['more', 'plain', 'less', 'mute'] as const;

export const weightLabels: Record<ReaderFollow['weight'], string> = {
  more: 'more of it',
  plain: 'as it comes',
  less: 'less of it',
  mute: 'nothing that has it',
};

export const kindLabels: Record<ReaderFollow['kind'], string> = {
  entity: 'Thing',
  relation: 'Relation',
  topic: 'Topic',
  holder: 'Who believes it',
  speaker: 'Who says it',
  podcast: 'Podcast',
  path: 'Path',
  edge: 'Connection',
  search: 'Search',
};

/** Something to follow, or how much of it. */
export interface Follow {
  follow: string;
  weight?: ReaderFollow['weight'];
  /** What it is called where its follow is shown before the server names it. */
  label?: string;
}

/** The reader once this is followed; what is new stands last until the server has named it. */
export function followed(reader: Reader, { follow, weight, label = follow }: Follow): Reader {
  const [kind] = follow.split(':', 1);
  const isKnown = reader.follows.some((one) => one.follow === follow);
  const add: ReaderFollow = {
    follow,
    kind: followKinds.find((one) => one === kind) ?? watchKinds.find((one) => one === kind) ?? 'entity',
    label,
    weight: weight ?? 'plain',
    page: '/reading',
    state: 'published',
  };
  return {
    ...reader,
    follows: isKnown
      ? reader.follows.map((one) => (one.follow === follow ? { ...one, weight: weight ?? one.weight } : one))
      : [...reader.follows, add],
  };
}

/** The reader once it is no longer followed. */
export const unfollowed = (reader: Reader, follow: string): Reader => ({
  ...reader,
  follows: reader.follows.filter((one) => one.follow !== follow),
});

export const weekdays = [
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
  'sunday',
] as const satisfies readonly ReaderSchedule['weekdays'][number][];

/** Whether a pause has no end. */
export const isForGood = (until: string | undefined): boolean => until === '9999-12-31';

/** When the next brief comes, in a sentence. */
export function nextText({ next, schedule, address: to, confirmed, mail }: Reader): string {
  if (!mail) return 'This installation sends no mail: read here, or by your feed.';
  if (!to) return 'Nothing is sent, since you gave no address.';
  if (!confirmed) return `Nothing is sent yet: a letter went to ${to}; open the link in it.`;
  if (isForGood(schedule.pausedUntil)) return 'You stopped the letters. Your follows are kept.';
  if (schedule.pausedUntil) return `You are reading on from ${dateText(schedule.pausedUntil)}.`;
  return next ? `The next one goes to ${to} at ${timeText(next)}.` : 'None is due within a fortnight.';
}

const states: Record<ReaderDelivery['state'], string> = {
  waiting: 'waits to be sent',
  sent: 'was sent',
  shown: 'was shown by your feed',
  empty: 'nothing was new, so nothing was sent',
  failed: 'could not be sent',
};

/** How far a brief is, in a sentence. */
export const deliveryText = ({ day, state, told }: ReaderDelivery): string =>
  `${dateText(day)}: ${states[state]}${told ? ` – ${told}` : ''}.`;
