/** Lengths of time, as people read them. */
import { plural } from './sentence';

const steps = [
  { seconds: 86_400, word: 'day' },
  { seconds: 3600, word: 'hour' },
  { seconds: 60, word: 'minute' },
  { seconds: 1, word: 'second' },
];

/** `90` → `2 minutes`, `0.25` → `less than a second`: in the largest unit of which there is one, rounded. */
export function spanText(seconds: number): string {
  if (seconds < 1) return 'less than a second';
  const step = steps.find((one) => seconds >= one.seconds) ?? { seconds: 1, word: 'second' };
  return plural(Math.round(seconds / step.seconds), step.word);
}

/** An ISO 8601 duration as the server writes it, such as `PT10M` or `PT24H`, in seconds; undefined for anything else. */
export function readSpan(text: string): number | undefined {
  const match = /^PT(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:\.\d+)?)S)?$/.exec(text);
  if (!match || text === 'PT') return undefined;
  const [hours, minutes, seconds] = [match[1], match[2], match[3]].map((part) => Number(part ?? 0));
  return (hours ?? 0) * 3600 + (minutes ?? 0) * 60 + (seconds ?? 0);
}

/** How often: `every 10 minutes`; what is no duration stays as it is. */
export function everyText(text: string): string {
  const seconds = readSpan(text);
  return seconds === undefined ? text : `every ${spanText(seconds).replace(/^1 /, '')}`;
}
